import type { Raster } from '../analysis/raster';
import { scaleRaster } from './plate';
import type { Box, Size } from './still-request';
import { ramp } from './tone';

/** A photograph as a paper print with a white border. */
export interface Print {
  raster: Raster;
  /** Where the photograph itself lies on the print. */
  photo: Box;
}

/**
 * Makes a paper print of a photograph that must not be cut up.
 *
 * Units: `size` px of the photograph; the border comes on top of it.
 */
export const makePrint = async (photo: Raster, size: Size): Promise<Print> => {
  const border = Math.max(2, Math.round(Math.max(size.width, size.height) * 0.022));
  const [width, height] = [size.width + 2 * border, size.height + 2 * border];
  const scaled = await scaleRaster(photo, size);
  const data = new Uint8Array(width * height * 4).fill(250);
  const radius = border * 0.5;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const o = (y * width + x) * 4;
      data[o + 3] = Math.round(255 * cornerCover(x + 0.5, y + 0.5, width, height, radius));
    }
  }
  for (let row = 0; row < size.height; row++) {
    const from = row * size.width * 4;
    const to = ((row + border) * width + border) * 4;
    for (let i = 0; i < size.width * 4; i += 4) flatten(data, to + i, scaled.data, from + i);
  }
  return {
    raster: { data, width, height },
    photo: { x: border, y: border, width: size.width, height: size.height },
  };
};

const flatten = (to: Uint8Array, o: number, from: Uint8Array, i: number): void => {
  const alpha = from[i + 3]!;
  for (let c = 0; c < 3; c++) {
    to[o + c] = Math.round((from[i + c]! * alpha + 250 * (255 - alpha)) / 255);
  }
};

const cornerCover = (
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): number => {
  const dx = Math.max(0, radius - x, x - (width - radius));
  const dy = Math.max(0, radius - y, y - (height - radius));
  return 1 - ramp(radius - 0.7, radius + 0.7, Math.hypot(dx, dy));
};
