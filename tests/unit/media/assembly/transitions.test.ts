import sharp from 'sharp';

import { assemble } from '../../../../src/plugins/reference-assets/server/src/media/assembly/assemble';
import type { ClipShot } from '../../../../src/plugins/reference-assets/server/src/media/assembly/assembly-request';
import { checkMaster } from '../../../../src/plugins/reference-assets/server/src/media/assembly/check';
import { probeMedia } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/probe';
import { runTool } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/run';
import { describeWithFfmpeg, frameAt } from '../ffmpeg/with-ffmpeg';

const size = { width: 320, height: 180 };

const near = (pixel: readonly number[], color: readonly number[], reach = 10) =>
  pixel.forEach((value, c) => expect(Math.abs(value - color[c]!)).toBeLessThanOrEqual(reach));

describeWithFfmpeg('between and over shots', ({ tools, file }) => {
  const clip = async (name: string, source: string): Promise<string> => {
    await runTool('ffmpeg', tools().ffmpeg, [
      ...[
        '-f',
        'lavfi',
        '-i',
        source,
        '-vf',
        'scale=out_color_matrix=bt709',
        '-colorspace',
        'bt709',
      ],
      ...['-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-crf', '8', '-y', file(name)],
    ]);
    return file(name);
  };

  const shot = async (color: string): Promise<ClipShot> => ({
    path: await clip(`${color}.mp4`, `color=${color}:s=320x180:r=30:d=0.5`),
    frames: 15,
  });
  const drawnShot = async (color: string): Promise<ClipShot> => {
    const background = color.replace('0x', '#');
    const still = sharp({ create: { width: 320, height: 180, channels: 3, background } });
    return {
      ...(await shot('0x101010')),
      drawn: { still: await still.png().toBuffer(), movement: 'push_in', frames: 15 },
    };
  };

  const colors = ['0xc82828', '0x2850c8', '0x28c850'] as const;

  it.each([
    ['clips', () => Promise.all(colors.map((color) => shot(color)))],
    // What the clips show is not seen where they are drawn anew.
    ['what our own clips were made of', () => Promise.all(colors.map((color) => drawnShot(color)))],
  ])(
    'dissolves and dips %s without moving a beat, and draws pictures that fade',
    async (_, make) => {
      const [red, blue, green] = (await make()) as [ClipShot, ClipShot, ClipShot];
      await sharp({ create: { width: 40, height: 20, channels: 4, background: '#ffffffff' } })
        .png()
        .toFile(file('words.png'));
      const clips = [
        red,
        { ...blue, transition: { kind: 'dissolve', frames: 10 } as const },
        { ...green, transition: { kind: 'dip', frames: 8 } as const },
      ];
      const pictures = [
        { fromFrame: 20, toFrame: 40, x: 20, y: 20, pngPath: file('words.png'), fadeFrames: 6 },
      ];
      const outputPath = file('moved.mp4');
      await assemble({ size, shots: { clips }, pictures, outputPath }, tools());
      expect((await probeMedia(outputPath, tools(), { countFrames: true })).frames).toBe(45);
      const at = async (frame: number, x: number, y: number) =>
        (await frameAt(tools(), outputPath, frame, size))(x, y);
      near(await at(14, 160, 90), [0xc8, 0x28, 0x28]);
      const [r = 0, , b = 0] = await at(20, 160, 90);
      expect(r).toBeGreaterThan(0x28 + 30);
      expect(b).toBeGreaterThan(0x28 + 30);
      near(await at(26, 160, 90), [0x28, 0x50, 0xc8]);
      expect(Math.max(...(await at(29, 160, 90)))).toBeLessThan(90);
      near(await at(36, 160, 90), [0x28, 0xc8, 0x50]);
      // The words: not yet, half way, full, gone.
      near(await at(19, 30, 30), await at(19, 160, 90));
      const [, half = 0] = await at(22, 30, 30);
      expect(half).toBeGreaterThan(0x50 + 30);
      expect(half).toBeLessThan(240);
      near(await at(28, 30, 30), [255, 255, 255]);
      near(await at(40, 30, 30), [0x28, 0xc8, 0x50]);
      near(await at(28, 15, 30), await at(28, 160, 90));

      const shots = clips.map((one) => ({ ...one, mayRest: true }));
      const { checks } = await checkMaster(outputPath, { size, shots, sound: false }, tools());
      expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    },
  );

  it('fills bars with the clip itself when asked', async () => {
    const tall = await clip('tall.mp4', 'color=0x28c850:s=100x180:r=30:d=0.2');
    const outputPath = file('extended.mp4');
    const shots = {
      clips: [
        { path: tall, frames: 6 },
        { path: tall, frames: 6 },
      ],
    };
    await assemble({ size, shots, aspectMismatch: 'extend', outputPath }, tools());
    const frame = await frameAt(tools(), outputPath, 8, size);
    near(frame(5, 90), [0x28, 0xc8, 0x50]);
    near(frame(160, 90), [0x28, 0xc8, 0x50]);
  });

  it('names the shot that is black or frozen', async () => {
    const clips = [
      { path: await clip('moving.mp4', 'testsrc2=s=320x180:r=30:d=2'), frames: 60 },
      { path: await clip('frozen.mp4', 'smptebars=s=320x180:r=30:d=2'), frames: 60 },
      { path: await clip('dark.mp4', 'color=black:s=320x180:r=30:d=0.5'), frames: 15 },
    ];
    const outputPath = file('faulty.mp4');
    await assemble({ size, shots: { clips }, outputPath }, tools());
    const { checks } = await checkMaster(outputPath, { size, shots: clips, sound: false }, tools());
    expect(checks.filter(({ passed }) => !passed)).toMatchObject([
      { name: 'black frames', shot: 2, actual: '15' },
      { name: 'longest standstill', shot: 1, actual: '1.97 s' },
    ]);
  });
});
