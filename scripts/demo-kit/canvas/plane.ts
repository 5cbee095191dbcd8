import type { Picture } from './picture';

const { max, min, round } = Math;

/** Values cut out of a picture: `left` and `top` say where, in px. */
export interface Sheet {
  left: number;
  top: number;
  width: number;
  height: number;
  values: Float32Array;
}

const blurRows = (source: Float32Array, target: Float32Array, width: number, radius: number) => {
  const share = 1 / (2 * radius + 1);
  for (let start = 0; start < source.length; start += width) {
    const last = start + width - 1;
    let sum = source[start] * (radius + 1);
    for (let i = start + 1; i <= start + radius; i += 1) sum += source[i < last ? i : last];
    for (let i = start; i <= last; i += 1) {
      target[i] = sum * share;
      const ahead = i + radius + 1;
      const behind = i - radius;
      sum += source[ahead < last ? ahead : last] - source[behind > start ? behind : start];
    }
  }
};

/** Runs down all columns at once, row by row, because memory is laid out in rows. */
const blurColumns = (source: Float32Array, target: Float32Array, width: number, radius: number) => {
  const share = 1 / (2 * radius + 1);
  const lastRow = source.length - width;
  const sums = new Float32Array(width);
  for (let row = -radius; row <= radius; row += 1) {
    const start = min(lastRow, max(0, row * width));
    for (let x = 0; x < width; x += 1) sums[x] += source[start + x];
  }
  for (let start = 0; start <= lastRow; start += width) {
    const ahead = min(lastRow, start + (radius + 1) * width);
    const behind = max(0, start - radius * width);
    for (let x = 0; x < width; x += 1) {
      target[start + x] = sums[x] * share;
      sums[x] += source[ahead + x] - source[behind + x];
    }
  }
};

/** Blurred copy of a plane: box passes, of which three look like a Gaussian of about `radius` px. */
export const blurred = (
  plane: Float32Array,
  width: number,
  radius: number,
  passes = 3,
): Float32Array => {
  const reach = max(1, round(radius));
  const result = plane.slice();
  const between = new Float32Array(plane.length);
  for (let pass = 0; pass < passes; pass += 1) {
    blurRows(result, between, width, reach);
    blurColumns(between, result, width, reach);
  }
  return result;
};

const alphaBounds = ({ width, height, pixels }: Picture) => {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0, i = y * width * 4 + 3; x < width; x += 1, i += 4) {
      if (pixels[i] === 0) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  return { left, right, top, bottom };
};

/** The opaque part of a picture as a sheet of alpha, 0-1, with a transparent margin around it. */
export const cutOut = (picture: Picture, margin: number): Sheet => {
  const bounds = alphaBounds(picture);
  const left = max(0, bounds.left - margin);
  const top = max(0, bounds.top - margin);
  const width = max(0, min(picture.width, bounds.right + margin) - left);
  const height = max(0, min(picture.height, bounds.bottom + margin) - top);
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = ((top + y) * picture.width + left) * 4 + 3;
    for (let x = 0; x < width; x += 1) values[y * width + x] = picture.pixels[row + x * 4] / 255;
  }
  return { left, top, width, height, values };
};
