import sharp from 'sharp';

import type { Raster } from '../analysis/raster';
import type { Box, Size } from './still-request';

const { min, max, round, imul } = Math;

/** A picture being painted: RGB, 0–255, not yet rounded, row by row. */
export interface Plate extends Size {
  data: Float32Array;
  /** Where the plate is only part of a picture: how much of each pixel it covers, 0–1; the colours carry it in them. */
  alpha?: Float32Array;
}

/** An empty plate. */
export const createPlate = ({ width, height }: Size): Plate => ({
  width,
  height,
  data: new Float32Array(width * height * 3),
});

const rawOf = ({ data, width, height }: Raster) =>
  sharp(data, { raw: { width, height, channels: 4 } });

/** A picture scaled to an exact size, alpha handled right. */
export const scaleRaster = async (raster: Raster, size: Size): Promise<Raster> => {
  if (raster.width === size.width && raster.height === size.height) return raster;
  const { data } = await rawOf(raster)
    .resize(size.width, size.height, { fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: size.width, height: size.height };
};

/**
 * A photograph covering the whole plate, its edges cut, blurred like a background out of focus.
 *
 * Units: `blur` px.
 */
export const coverPlate = async (photo: Raster, size: Size, blur: number): Promise<Plate> => {
  const covered = rawOf(photo)
    .flatten({ background: '#808080' })
    .resize(size.width, size.height, { fit: 'cover', kernel: 'lanczos3' });
  const pixels = await (blur >= 0.5 ? covered.blur(blur) : covered).raw().toBuffer();
  return { ...size, data: new Float32Array(pixels) };
};

/** One channel blurred, same size. */
export const blurPlane = async (
  plane: Uint8Array,
  size: Size,
  sigma: number,
): Promise<Uint8Array> => {
  const pixels = await sharp(plane, { raw: { ...size, channels: 1 } })
    .blur(max(0.4, sigma))
    .extractChannel(0)
    .raw()
    .toBuffer();
  return new Uint8Array(pixels);
};

/** Rounds a plate to 8 bit, with a grain of less than a step so that soft gradients do not band. */
export const roundPlate = ({ data }: Plate): Uint8Array => {
  const rounded = new Uint8Array(data.length);
  for (let i = 0, o = 0; o < data.length; i++, o += 3) {
    const grain = noiseAt(i) - 0.5 + (noiseAt(i ^ 0x5bd1e995) - 0.5);
    for (let c = 0; c < 3; c++) {
      rounded[o + c] = min(255, max(0, round(data[o + c]! + grain)));
    }
  }
  return rounded;
};

/** The same number for the same place, 0–1. */
const noiseAt = (place: number): number => {
  let mixed = imul(place ^ (place >>> 15), 0x2c1b3c6d);
  mixed = imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
};

/** Lays a picture over finished pixels at its box; opaque parts replace them exactly. */
export const paintOver = (
  rgb: Uint8Array,
  size: Size,
  picture: Raster,
  at: Pick<Box, 'x' | 'y'>,
) => {
  const { data, width, height } = picture;
  for (let row = max(0, -at.y); row < height && at.y + row < size.height; row++) {
    for (let column = max(0, -at.x); column < width && at.x + column < size.width; column++) {
      const from = (row * width + column) * 4;
      const alpha = data[from + 3]!;
      if (alpha === 0) continue;
      const to = ((at.y + row) * size.width + at.x + column) * 3;
      for (let c = 0; c < 3; c++) {
        rgb[to + c] = round((data[from + c]! * alpha + rgb[to + c]! * (255 - alpha)) / 255);
      }
    }
  }
};
