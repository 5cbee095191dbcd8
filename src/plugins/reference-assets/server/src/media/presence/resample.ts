import type { Raster } from '../analysis/raster';

/** A place on a picture, px; it may reach beyond its edges. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Samples taken for one pixel along each axis. */
const samples = 2;

/** A place of a picture on a square of `side` px, each pixel a mean of nearby ones; clear where there is no picture. */
export const resample = ({ data, width, height }: Raster, place: Place, side: number): Raster => {
  const out = new Uint8Array(side * side * 4);
  const columns = positions(place.x, place.width, side * samples, width);
  const rows = positions(place.y, place.height, side * samples, height);
  for (let y = 0, o = 0; y < side; y++) {
    for (let x = 0; x < side; x++, o += 4) {
      let [r, g, b, a, count] = [0, 0, 0, 0, 0];
      for (let n = 0; n < samples * samples; n++) {
        const row = rows[y * samples + (n >> 1)]!;
        const column = columns[x * samples + (n & 1)]!;
        if (row < 0 || column < 0) continue;
        const i = (row * width + column) * 4;
        const alpha = data[i + 3]!;
        r += data[i]! * alpha;
        g += data[i + 1]! * alpha;
        b += data[i + 2]! * alpha;
        a += alpha;
        count++;
      }
      if (count === 0 || a === 0) continue;
      out[o] = r / a + 0.5;
      out[o + 1] = g / a + 0.5;
      out[o + 2] = b / a + 0.5;
      out[o + 3] = a / (samples * samples) + 0.5;
    }
  }
  return { data: out, width: side, height: side };
};

/** The pixel that each sample falls on; −1 outside. */
const positions = (from: number, length: number, count: number, size: number): Int32Array =>
  Int32Array.from({ length: count }, (_, n) => {
    const at = Math.floor(from + ((n + 0.5) * length) / count);
    return at >= 0 && at < size ? at : -1;
  });
