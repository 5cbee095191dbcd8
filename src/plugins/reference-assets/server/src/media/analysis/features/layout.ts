import type { View } from './view';

interface Band {
  luma: number;
  edges: number;
  sky: number;
  green: number;
}

const isSky = (r: number, g: number, b: number): boolean =>
  b > 120 && b >= g - 4 && g >= r - 8 && b + 12 >= r;
const isGreen = (r: number, g: number, b: number): boolean => g > 40 && g >= r && g > b + 12;

/** Means over the rows from `top` to just before `bottom`, and columns from `left` to just before `right`. */
const meanOver = (view: View, left: number, right: number, top: number, bottom: number): Band => {
  const { data, luma, edges, width } = view;
  const band: Band = { luma: 0, edges: 0, sky: 0, green: 0 };
  let count = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left, p = y * width + left; x < right; x += 1, p += 1) {
      const r = data[p * 4]!;
      const g = data[p * 4 + 1]!;
      const b = data[p * 4 + 2]!;
      band.luma += luma[p]! / 255;
      if (edges[p] !== 0) band.edges += 1;
      if (isSky(r, g, b)) band.sky += 1;
      if (isGreen(r, g, b)) band.green += 1;
      count += 1;
    }
  }
  const total = Math.max(1, count);
  return {
    luma: band.luma / total,
    edges: band.edges / total,
    sky: band.sky / total,
    green: band.green / total,
  };
};

/** Shares of gradient by direction: horizontal and vertical lines against slanted ones. 0–1. */
const directions = ({ luma, width, height }: View) => {
  let level = 0;
  let upright = 0;
  let total = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1, p = y * width + 1; x < width - 1; x += 1, p += 1) {
      const gx = Math.abs(luma[p + 1]! - luma[p - 1]!);
      const gy = Math.abs(luma[p + width]! - luma[p - width]!);
      const strength = gx + gy;
      if (strength < 16) continue;
      total += strength;
      if (gy > 3 * gx) level += strength;
      else if (gx > 3 * gy) upright += strength;
    }
  }
  const sum = Math.max(1, total);
  return { levelLines: level / sum, uprightLines: upright / sum };
};

/**
 * What lies where: sky above, ground below, a busy middle on a quiet border.
 *
 * Shape: differences −1–1, shares 0–1.
 */
export const layoutFeatures = (view: View) => {
  const { width, height, border } = view;
  const at = (fraction: number, length: number): number => Math.round(fraction * length);
  const top = meanOver(view, 0, width, 0, Math.max(1, at(1 / 3, height)));
  const bottom = meanOver(view, 0, width, Math.min(height - 1, at(2 / 3, height)), height);
  const all = meanOver(view, 0, width, 0, height);
  const middle = meanOver(
    view,
    at(0.25, width),
    at(0.75, width),
    at(0.25, height),
    at(0.75, height),
  );
  return {
    skyAbove: top.sky,
    quietAbove: bottom.edges - top.edges,
    brightAbove: top.luma - bottom.luma,
    green: all.green,
    brightness: all.luma,
    busyMiddle: (middle.edges - all.edges) / (middle.edges + all.edges + 0.02),
    borderPlain: border.uniform,
    borderTransparent: border.transparent,
    borderBright: Math.min(...border.rgb) / 255,
    ...directions(view),
  };
};
