import { writeFileSync } from 'node:fs';

import { probeMedia } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/probe';
import { runTool } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/run';
import { describeWithFfmpeg } from './with-ffmpeg';

describeWithFfmpeg('probeMedia', ({ tools, file }) => {
  const make = (name: string, ...extra: string[]) =>
    runTool('ffmpeg', tools().ffmpeg, [
      ...['-f', 'lavfi', '-i', 'color=red:s=64x48:r=24:d=1', '-f', 'lavfi', '-i', 'sine=d=1'],
      ...['-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-c:a', 'aac', '-ar', '44100', '-ac', '1'],
      ...[...extra, file(name)],
    ]);

  it('reads size, times, codecs and layout', async () => {
    await make('slow.mp4');
    const facts = await probeMedia(file('slow.mp4'), tools(), { countFrames: true });
    expect(facts).toMatchObject({
      width: 64,
      height: 48,
      fps: { numerator: 24, denominator: 1 },
      frames: 24,
      videoCodec: 'h264',
      pixelFormat: 'yuv420p',
      audioCodec: 'aac',
      sampleRate: 44_100,
      channels: 1,
      faststart: false,
    });
    expect(facts.durationSeconds).toBeCloseTo(1, 1);
    expect(facts.sizeBytes).toBeGreaterThan(500);
  });

  it('sees an index that stands first', async () => {
    await make('fast.mp4', '-movflags', '+faststart');
    expect((await probeMedia(file('fast.mp4'), tools())).faststart).toBe(true);
  });

  it('refuses what is no media', async () => {
    writeFileSync(file('text.mp4'), 'this is no video');
    const probe = probeMedia(file('text.mp4'), tools());
    await expect(probe).rejects.toMatchObject({ tool: 'ffprobe', code: 'failed' });
  });
});
