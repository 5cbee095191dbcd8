import path from 'node:path';
import { rm } from 'node:fs/promises';
import sharp from 'sharp';
import { colourTags } from '../ffmpeg/colour-tags';
import { runTool } from '../ffmpeg/run';
import { writtenWhenComplete } from '../ffmpeg/written-when-complete';
import type { WatermarkTask } from '../tasks';

/** Inter comes with the package, so that the words look the same on a machine without any typeface. */
const typeface = (): string =>
  require.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf');

const opacity = 0.3;
const rowsDown = 5;

const line = async (words: string, height: number): Promise<Buffer> => {
  const text = { fontfile: typeface(), font: 'Inter Bold', rgba: true, dpi: 72 };
  const white = `<span foreground="white" size="${Math.round(height * 1024)}">${words}</span>`;
  const black = white.replace('"white"', '"black"');
  const [above, below] = await Promise.all(
    [white, black].map((one) =>
      sharp({ text: { ...text, text: one } })
        .png()
        .toBuffer(),
    ),
  );
  const { width = 1, height: high = 1 } = await sharp(above).metadata();
  const shift = Math.max(1, Math.round(height / 16));
  // White on its own shadow: to be read on any picture.
  return sharp({
    create: {
      width: width + shift,
      height: high + shift,
      channels: 4,
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    },
  })
    .composite([
      { input: below, left: shift, top: shift },
      { input: above, left: 0, top: 0 },
    ])
    .png()
    .toBuffer();
};

/**
 * A transparent sheet with the same words in slanting rows over all of it, so that no cut of the picture is without.
 *
 * Shape: RGBA PNG of the frame's size. Units: px.
 */
export const watermarkSheet = async (
  words: string,
  { width, height }: WatermarkTask['size'],
): Promise<Buffer> => {
  const textHeight = Math.round(Math.min(width, height) / 18);
  const one = await line(words, textHeight);
  const { width: wide = 1, height: high = 1 } = await sharp(one).metadata();
  const side = Math.ceil(Math.hypot(width, height));
  const rowHeight = Math.max(high + 2, Math.round(side / rowsDown));
  const step = wide + textHeight * 3;
  const places = [];
  for (let row = 0; row * rowHeight < side - high; row += 1) {
    const shift = row % 2 ? Math.round(step / 2) : 0;
    for (let left = shift; left + wide <= side; left += step)
      places.push({ input: one, left, top: row * rowHeight });
  }
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  const sheet = await sharp({ create: { width: side, height: side, channels: 4, background } })
    .composite(places)
    .png()
    .toBuffer();
  const turned = await sharp(sheet).rotate(-24, { background }).png().toBuffer();
  const { width: w = side, height: h = side } = await sharp(turned).metadata();
  return sharp(turned)
    .extract({
      left: Math.floor((w - width) / 2),
      top: Math.floor((h - height) / 2),
      width,
      height,
    })
    .linear([1, 1, 1, opacity], [0, 0, 0, 0])
    .png()
    .toBuffer();
};

/**
 * Copies a master with words burnt into every frame; frames, rate and sound stay as they are.
 *
 * Throws: `MediaToolError` when ffmpeg fails; no file is left behind then.
 */
export const watermark = async ({
  input,
  outputPath,
  size,
  words,
  tools,
}: WatermarkTask): Promise<void> => {
  const sheet = path.join(path.dirname(outputPath), 'watermark.png');
  await sharp(await watermarkSheet(words, size)).toFile(sheet);
  try {
    await writtenWhenComplete(outputPath, async (partial) => {
      await runTool('ffmpeg', tools.ffmpeg, [
        ...['-hide_banner', '-nostdin', '-y', '-i', input, '-i', sheet],
        ...['-filter_complex', '[0:v][1:v]overlay=format=auto,format=yuv420p[marked]'],
        ...['-map', '[marked]', '-map', '0:a?', '-c:a', 'copy'],
        ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', ...colourTags],
        ...['-map_metadata', '-1', '-movflags', '+faststart', '-f', 'mp4', partial],
      ]);
    });
  } finally {
    await rm(sheet, { force: true });
  }
};
