import { mkdir } from 'node:fs/promises';
import sharp from 'sharp';

import { probeMedia } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/probe';
import { runTool } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/run';
import { logoOverVideo } from '../../../../src/plugins/reference-assets/server/src/media/overlay/logo-over-video';
import { describeWithFfmpeg, frameAt } from '../ffmpeg/with-ffmpeg';

describeWithFfmpeg('a logo over a video of the media library', ({ tools, file }) => {
  const size = { width: 320, height: 240 };

  beforeAll(async () => {
    await runTool('ffmpeg', tools().ffmpeg, [
      ...['-y', '-f', 'lavfi', '-i', 'color=c=0x204060:s=320x240:r=25:d=2'],
      ...['-f', 'lavfi', '-i', 'sine=d=2', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'],
      ...['-c:a', 'aac', file('film.mp4')],
    ]);
    const square = { width: 60, height: 60, channels: 4 as const, background: '#f0c020' };
    const logo = sharp({ create: { ...square, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    const mark = await sharp({ create: { ...square, width: 50, height: 50 } })
      .png()
      .toBuffer();
    await logo
      .composite([{ input: mark, left: 5, top: 5 }])
      .png()
      .toFile(file('logo.png'));
  });

  const laidOver = async (name: string, style: object) => {
    await mkdir(file(name));
    return logoOverVideo({
      ...{ input: file('film.mp4'), logo: file('logo.png'), folder: file(name), tools: tools() },
      ...style,
    });
  };

  it('stands where it is asked for, between its times only', async () => {
    const made = await laidOver('asked', {
      ...{ position: 'top-left', widthRatio: 0.2, fromSeconds: 0.5, toSeconds: 1 },
    });
    const { x, y, width, height, position } = made.placement;
    expect(position).toBe('top-left');
    expect([x < 40, y < 40, width <= 64, height <= 64]).toEqual([true, true, true, true]);
    const [cx, cy] = [x + width / 2, y + height / 2];
    const before = (await frameAt(tools(), made.path, 5, size))(cx, cy);
    const during = (await frameAt(tools(), made.path, 18, size))(cx, cy);
    const after = (await frameAt(tools(), made.path, 40, size))(cx, cy);
    expect(during[0]).toBeGreaterThan(220);
    expect(Math.max(before[0], after[0])).toBeLessThan(60);
  });

  it('keeps every frame, the pace and the sound as they were', async () => {
    const made = await laidOver('kept', { opacity: 0.5 });
    const [ours, source] = await Promise.all(
      [made.path, file('film.mp4')].map((path) => probeMedia(path, tools(), { countFrames: true })),
    );
    expect(ours).toMatchObject({ frames: source!.frames, fps: source!.fps, audioCodec: 'aac' });
    const sound = (path: string) =>
      runTool('ffmpeg', tools().ffmpeg, [
        '-i',
        path,
        '-map',
        '0:a',
        '-c',
        'copy',
        '-f',
        'md5',
        '-',
      ]);
    const [copied, original] = await Promise.all([made.path, file('film.mp4')].map(sound));
    expect(copied!.stdout.toString()).toBe(original!.stdout.toString());
    const { x, y, width, height } = made.placement;
    const [red] = (await frameAt(tools(), made.path, 10, size))(x + width / 2, y + height / 2);
    expect(red).toBeGreaterThan(105);
    expect(red).toBeLessThan(170);
  });

  it('says so when the logo would come after the end, and refuses what is no video', async () => {
    await expect(laidOver('late', { fromSeconds: 9 })).rejects.toThrow(/after the end/);
    await expect(laidOver('none', { input: file('logo.png.txt') })).rejects.toThrow();
  });
});
