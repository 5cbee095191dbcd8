import sharp from 'sharp';
import { runTool } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/run';
import { clipStrip } from '../../../../src/plugins/reference-assets/server/src/media/vendor/clip-strip';
import { describeWithFfmpeg } from '../ffmpeg/with-ffmpeg';

describeWithFfmpeg('frames of a clip side by side', ({ tools, file }) => {
  /** Red, then green, then blue, a second each. */
  const clip = async (name: string, size: string): Promise<string> => {
    const colors = ['red', 'lime', 'blue'];
    await runTool('ffmpeg', tools().ffmpeg, [
      ...colors.flatMap((color) => ['-f', 'lavfi', '-i', `color=${color}:s=${size}:r=24:d=1`]),
      ...['-filter_complex', 'concat=n=3', '-pix_fmt', 'yuv420p', '-y', file(name)],
    ]);
    return file(name);
  };

  it.each([
    ['1280x720', 576, 972, 'down'],
    ['720x1280', 972, 576, 'across'],
    ['720x720', 340, 1020, 'down'],
  ] as const)('%s becomes %d × %d', async (size, width, height, way) => {
    const strip = await clipStrip(await clip(`${size}.mp4`, size), tools());
    const { data, info } = await sharp(strip).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([width, height]);
    const brightest = [1, 3, 5].map((sixth) => {
      const [x, y] = way === 'down' ? [0.5, sixth / 6] : [sixth / 6, 0.5];
      const at = (Math.floor(y * height) * width + Math.floor(x * width)) * info.channels;
      const pixel = [...data.subarray(at, at + 3)];
      return pixel.indexOf(Math.max(...pixel));
    });
    // The beginning, the middle and the end.
    expect(brightest).toEqual([0, 1, 2]);
  });
});
