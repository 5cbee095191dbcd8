import type { Raster } from '../analysis/raster';
import type { Box } from './still-request';

/** Smallest box around everything that is seen; null when nothing is. */
export const visibleBox = ({ data, width, height }: Raster): Box | null => {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, i = 3; y < height; y++) {
    for (let x = 0; x < width; x++, i += 4) {
      if (data[i]! < 12) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return null;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
};

/** The part of a picture inside a box. */
export const cropRaster = ({ data, width }: Raster, box: Box): Raster => {
  const cropped = new Uint8Array(box.width * box.height * 4);
  for (let row = 0; row < box.height; row++) {
    const from = ((box.y + row) * width + box.x) * 4;
    cropped.set(data.subarray(from, from + box.width * 4), row * box.width * 4);
  }
  return { data: cropped, width: box.width, height: box.height };
};
