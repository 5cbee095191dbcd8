import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import sharp from 'sharp';

import { assemble } from '../../../../src/plugins/reference-assets/server/src/media/assembly/assemble';
import { checkMaster } from '../../../../src/plugins/reference-assets/server/src/media/assembly/check';
import { probeMedia } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/probe';
import { runTool } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/run';
import { writeMusic } from '../../../../src/plugins/reference-assets/server/src/media/music/compose-music';
import { describeWithFfmpeg, frameAt } from '../ffmpeg/with-ffmpeg';

const size = { width: 320, height: 180 };

const card = (color: string, width = 320, height = 180) =>
  sharp({ create: { width, height, channels: 3, background: color } })
    .png()
    .toBuffer();

const near = (pixel: readonly number[], color: readonly number[], reach = 6) =>
  pixel.forEach((value, c) => expect(Math.abs(value - color[c]!)).toBeLessThanOrEqual(reach));

const red = [0xc8, 0x28, 0x28];
const blue = [0x28, 0x50, 0xc8];

describeWithFfmpeg('assemble', ({ tools, file }) => {
  const foreignClip = (name: string, ...options: string[]) =>
    runTool('ffmpeg', tools().ffmpeg, [...options, '-y', file(name)]);

  it('makes an animatic from stills: exact length, logo in its window, poster, music', async () => {
    const logo = file('logo.png');
    await sharp({ create: { width: 40, height: 20, channels: 4, background: '#f0d020' } })
      .png()
      .toFile(logo);
    await writeMusic({ durationSeconds: 0.8, mood: 'fresh', seed: 't' }, file('music.wav'));
    const master = await assemble(
      {
        size,
        shots: {
          stills: [
            { still: await card('#c82828'), movement: 'push_in', frames: 13 },
            { still: await card('#2850c8'), movement: 'static', frames: 11 },
          ],
        },
        logos: [
          { fromFrame: 4, toFrame: 20, x: 260, y: 140, width: 40, height: 20, pngPath: logo },
        ],
        musicPath: file('music.wav'),
        outputPath: file('animatic.mp4'),
        poster: { path: file('poster.jpg'), frame: 15 },
      },
      tools(),
    );
    expect(master).toMatchObject({ frames: 24, durationSeconds: 0.8 });

    const promise = { size, shots: [{ frames: 13 }, { frames: 11 }], sound: true };
    const report = await checkMaster(file('animatic.mp4'), promise, tools());
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(report.passed).toBe(true);

    const frames = [0, 3, 4, 12, 13, 19, 20];
    const pictures = await Promise.all(
      frames.map((index) => frameAt(tools(), file('animatic.mp4'), index, size)),
    );
    const at = (index: number, x: number, y: number) => pictures[frames.indexOf(index)]!(x, y);
    near(at(0, 100, 90), red);
    near(at(12, 100, 90), red);
    near(at(13, 100, 90), blue);
    // The logo is there from its first frame to its last, and on no other.
    near(at(3, 280, 150), red);
    near(at(4, 280, 150), [0xf0, 0xd0, 0x20]);
    near(at(19, 280, 150), [0xf0, 0xd0, 0x20]);
    near(at(20, 280, 150), blue);

    const poster = await sharp(file('poster.jpg')).raw().toBuffer({ resolveWithObject: true });
    expect(poster.info).toMatchObject(size);
    near([...poster.data.subarray(0, 3)], blue, 8);
    expect(readdirSync(path.dirname(file('x'))).filter((name) => name.includes('partial'))).toEqual(
      [],
    );
  });

  it('makes one clean master from clips of any kind', async () => {
    await foreignClip(
      'tall.mp4',
      ...['-f', 'lavfi', '-i', 'color=0x28c850:s=90x160:r=25:d=1', '-f', 'lavfi', '-i', 'sine=d=1'],
      ...['-pix_fmt', 'yuv444p', '-c:v', 'libx264', '-c:a', 'aac'],
    );
    await foreignClip(
      'short.mkv',
      ...[
        '-f',
        'lavfi',
        '-i',
        'color=0x2850c8:s=320x180:r=24:d=0.25',
        '-pix_fmt',
        'yuv420p',
        '-c:v',
        'libx264',
      ],
    );
    const clips = [
      { path: file('tall.mp4'), frames: 17 },
      { path: file('short.mkv'), frames: 15 },
    ];
    const outputPath = file('clean.mp4');
    await assemble({ size, shots: { clips }, outputPath }, tools());

    const facts = await probeMedia(outputPath, tools(), { countFrames: true });
    expect(facts).toMatchObject({
      ...size,
      frames: 32,
      fps: { numerator: 30, denominator: 1 },
      pixelFormat: 'yuv420p',
      audioCodec: 'aac',
      sampleRate: 48_000,
      channels: 2,
      faststart: true,
    });
    const early = await frameAt(tools(), outputPath, 16, size);
    near(early(160, 90), [0x28, 0xc8, 0x50], 8);
    near(early(20, 90), [0, 0, 0]);
    const held = await frameAt(tools(), outputPath, 31, size);
    near(held(160, 90), blue, 8);
    near(held(20, 90), blue, 8);
  });

  it('cuts edges instead of adding bars when asked', async () => {
    const clips = [{ path: file('tall.mp4'), frames: 3 }];
    const outputPath = file('cropped.mp4');
    await assemble({ size, shots: { clips }, aspectMismatch: 'crop', outputPath }, tools());
    const frame = await frameAt(tools(), outputPath, 1, size);
    near(frame(5, 90), [0x28, 0xc8, 0x50], 8);
  });

  it('refuses the impossible before starting and leaves nothing behind on failure', async () => {
    const outputPath = file('never/master.mp4');
    const shots = { clips: [{ path: file('absent.mp4'), frames: 10 }] };
    const run = (change: object) => assemble({ size, shots, outputPath, ...change }, tools());
    await expect(run({ shots: { clips: [] } })).rejects.toThrow(RangeError);
    await expect(run({ size: { width: 321, height: 180 } })).rejects.toThrow(RangeError);
    const logo = { fromFrame: 5, toFrame: 11, x: 0, y: 0, width: 10, height: 10, pngPath: 'x' };
    await expect(run({ logos: [logo] })).rejects.toThrow(/5–11 is outside 0–10/);
    await expect(run({})).rejects.toMatchObject({ name: 'MediaToolError' });
    const damaged = {
      shots: { clips: [{ path: file('clean.mp4'), frames: 4 }] },
      musicPath: 'absent',
    };
    await expect(run(damaged)).rejects.toMatchObject({ code: 'failed' });
    expect(existsSync(outputPath)).toBe(false);
    if (existsSync(path.dirname(outputPath))) {
      expect(readdirSync(path.dirname(outputPath))).toEqual([]);
    }
  });
});

describeWithFfmpeg('checkMaster', ({ tools, file }) => {
  it('finds what is wrong', async () => {
    await assemble(
      {
        size,
        shots: {
          stills: [
            { still: await card('#000000'), movement: 'static', frames: 4 },
            { still: await card('#c82828'), movement: 'static', frames: 8 },
          ],
        },
        outputPath: file('black.mp4'),
      },
      tools(),
    );
    const promise = {
      size: { width: 640, height: 360 },
      shots: [{ frames: 4 }, { frames: 11 }],
      sound: true,
    };
    const report = await checkMaster(file('black.mp4'), promise, tools());
    const failed = report.checks.filter(({ passed }) => !passed);
    expect(report.passed).toBe(false);
    expect(failed.map(({ name }) => name)).toEqual([
      'size',
      'duration',
      'frames',
      'black frames',
      'sound',
    ]);
    expect(failed.find(({ name }) => name === 'black frames')).toMatchObject({ actual: '4' });
    expect(failed.find(({ name }) => name === 'frames')).toMatchObject({
      expected: '15',
      actual: '12',
    });
  });
});
