import { writeFile } from 'node:fs/promises';

import sharp from 'sharp';

import { toYuv420 } from '../motion/yuv-planes';

/** A logo as the master's own pixels: three planes of colour, chroma halved, and one of opacity. */
export interface LogoPlanes {
  width: number;
  height: number;
  y: Uint8Array;
  u: Uint8Array;
  v: Uint8Array;
  alpha: Uint8Array;
}

/** Clear pixels added at the right and lower edge, where ffmpeg averages opacity otherwise than within. */
const rim = 2;

/**
 * Reads a logo's PNG as the samples that will stand on the master, with a clear rim at its right and lower edge.
 *
 * Throws: `RangeError` when the PNG is not of the size of its place.
 */
export const readLogoPlanes = async (
  png: string | Buffer,
  place: { width: number; height: number },
): Promise<LogoPlanes> => {
  const { data, info } = await sharp(png)
    .toColourspace('srgb')
    .ensureAlpha()
    .extend({
      right: rim,
      bottom: rim,
      background: { r: 0, g: 0, b: 0, alpha: 0 },
      extendWith: 'copy',
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  if (width !== place.width + rim || height !== place.height + rim)
    throw new RangeError(
      `the logo's picture is ${width - rim}×${height - rim} px, its place ${place.width}×${place.height}`,
    );
  const rgb = new Uint8Array(width * height * 3);
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < alpha.length; i++) {
    rgb.set(data.subarray(i * 4, i * 4 + 3), i * 3);
    const isRim = i % width >= place.width || i >= width * place.height;
    alpha[i] = isRim ? 0 : data[i * 4 + 3]!;
  }
  return { ...toYuv420(rgb, width, height), alpha };
};

/** Writes a logo for ffmpeg to read as raw `yuva420p`. */
export const writeLogoPlanes = (planes: LogoPlanes, path: string): Promise<void> =>
  writeFile(path, Buffer.concat([planes.y, planes.u, planes.v, planes.alpha]));

/** ffmpeg's description of what {@link writeLogoPlanes} wrote. */
export const logoPlanesInput = ({ width, height }: LogoPlanes, path: string): string[] => [
  ...['-f', 'rawvideo', '-pix_fmt', 'yuva420p', '-s', `${width}x${height}`, '-i', path],
];

/** One sample of paint over ground, to the nearest step. */
export const blend = (ground: number, paint: number, alpha: number): number =>
  ((ground * (255 - alpha) + paint * alpha + 128) * 257) >> 16;

/** Opacity over one sample of chroma: the mean of the four pixels it covers, rounded down as ffmpeg does. */
export const chromaAlpha = ({ alpha, width }: LogoPlanes): Uint8Array => {
  const columns = width >> 1;
  const halved = new Uint8Array(columns * (alpha.length / width / 2));
  for (let i = 0; i < halved.length; i++) {
    const at = Math.floor(i / columns) * 2 * width + (i % columns) * 2;
    halved[i] = (alpha[at]! + alpha[at + 1]! + alpha[at + width]! + alpha[at + width + 1]!) >> 2;
  }
  return halved;
};
