import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import sharp from 'sharp';

import { probeMedia } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/probe';
import { renderClip } from '../../../../src/plugins/reference-assets/server/src/media/motion/render-clip';
import { describeWithFfmpeg, frameAt } from '../ffmpeg/with-ffmpeg';

const size = { width: 320, height: 180 };

const still = () =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180">' +
        '<rect width="320" height="180" fill="#204060"/>' +
        '<rect x="40" y="50" width="240" height="80" fill="#e0a020"/></svg>',
    ),
  )
    .png()
    .toBuffer();

describeWithFfmpeg('renderClip', ({ tools, file }) => {
  it('makes exactly the frames asked for, in true colours', async () => {
    const outputPath = file('push.mp4');
    await renderClip(
      { still: await still(), movement: 'push_in', frames: 13, size, outputPath },
      tools(),
    );
    const facts = await probeMedia(outputPath, tools(), { countFrames: true });
    expect(facts).toMatchObject({ ...size, frames: 13, videoCodec: 'h264', colorSpace: 'bt709' });
    expect(facts.fps).toEqual({ numerator: 30, denominator: 1 });

    const first = await frameAt(tools(), outputPath, 0, size);
    const last = await frameAt(tools(), outputPath, 12, size);
    const near = (pixel: number[], color: number[]) =>
      pixel.forEach((value, c) => expect(Math.abs(value - color[c]!)).toBeLessThanOrEqual(5));
    near(first(160, 90), [0xe0, 0xa0, 0x20]);
    near(first(15, 20), [0x20, 0x40, 0x60]);
    // The camera came closer: what was beside the square is inside it now.
    near(first(32, 90), [0x20, 0x40, 0x60]);
    near(last(32, 90), [0xe0, 0xa0, 0x20]);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const outputPath = file('cancelled/clip.mp4');
    const controller = new AbortController();
    const clip = {
      still: await still(),
      movement: 'orbit',
      frames: 3000,
      size,
      outputPath,
    } as const;
    const rendering = renderClip({ ...clip, signal: controller.signal }, tools());
    setTimeout(() => controller.abort(), 150);
    await expect(rendering).rejects.toMatchObject({ code: 'aborted' });
    expect(existsSync(outputPath)).toBe(false);
    expect(readdirSync(path.dirname(outputPath))).toEqual([]);
  });

  it('refuses odd sizes and empty lengths', async () => {
    const request = {
      still: await still(),
      movement: 'static',
      outputPath: file('no.mp4'),
    } as const;
    const odd = renderClip({ ...request, frames: 5, size: { width: 321, height: 180 } }, tools());
    await expect(odd).rejects.toThrow(RangeError);
    const empty = renderClip({ ...request, frames: 0, size }, tools());
    await expect(empty).rejects.toThrow(RangeError);
  });
});
