import sharp from 'sharp';
import { runTool } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/run';
import { probeMedia } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/probe';
import {
  watermark,
  watermarkSheet,
} from '../../../../src/plugins/reference-assets/server/src/media/proof/watermark';
import { describeWithFfmpeg, frameAt } from '../ffmpeg/with-ffmpeg';

const words = 'FOR REVIEW · NOT APPROVED';

describe('the sheet of a watermark', () => {
  it.each([
    { width: 1280, height: 720 },
    { width: 720, height: 1280 },
    { width: 720, height: 720 },
  ])(
    'marks every sixth of a frame of $width × $height, and lets the picture through',
    async (size) => {
      const sheet = await watermarkSheet(words, size);
      expect(await sharp(sheet).metadata()).toMatchObject({ ...size, channels: 4 });
      const { data } = await sharp(sheet)
        .extractChannel(3)
        .raw()
        .toBuffer({ resolveWithObject: true });
      const cells = Array.from({ length: 6 }, () => 0);
      let strongest = 0;
      for (let y = 0; y < size.height; y += 1)
        for (let x = 0; x < size.width; x += 1) {
          const alpha = data[y * size.width + x];
          strongest = Math.max(strongest, alpha);
          const cell = Math.floor((x / size.width) * 3) + 3 * Math.floor((y / size.height) * 2);
          if (alpha > 30) cells[cell] += 1;
        }
      const least = (size.width * size.height) / 6 / 200;
      expect(cells.every((marked) => marked > least)).toBe(true);
      expect(strongest).toBeLessThan(128);
    },
  );
});

describeWithFfmpeg('a watermarked copy', ({ tools, file }) => {
  it('has the frames and the sound of the master, and words in its first and last picture', async () => {
    const size = { width: 320, height: 180 };
    const source = ['-f', 'lavfi', '-i', 'color=c=0x405060:s=320x180:r=30:d=1'];
    const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1'];
    const output = ['-pix_fmt', 'yuv420p', '-c:a', 'aac', '-y', file('master.mp4')];
    await runTool('ffmpeg', tools().ffmpeg, [...source, ...sound, ...output]);
    const outputPath = file('proof.mp4');
    await watermark({ input: file('master.mp4'), outputPath, size, words, tools: tools() });
    const facts = await probeMedia(outputPath, tools(), { countFrames: true });
    expect(facts).toMatchObject({ ...size, frames: 30, audioCodec: 'aac', faststart: true });
    for (const index of [0, 29]) {
      const pixel = await frameAt(tools(), outputPath, index, size);
      let changed = 0;
      for (let y = 0; y < size.height; y += 1)
        for (let x = 0; x < size.width; x += 1)
          if (Math.abs(pixel(x, y)[1] - 0x50) > 24) changed += 1;
      expect(changed).toBeGreaterThan(300);
      expect(changed).toBeLessThan((size.width * size.height) / 3);
    }
  });
});
