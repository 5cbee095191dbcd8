import { averageDown, type Raster } from '../analysis/raster';

/** Side of a print, px: enough to tell pictures apart and to find a part in its whole. */
export const PRINT_SIDE = 64;

/** Alpha below which a block of a print lets its ground through. */
const SEE_THROUGH = 250;

/**
 * A picture as small as it can be compared: its pixels averaged to a square, whatever shape it had.
 *
 * Shape:  `pixels` 64 × 64 × 3, or × 4 where something shows through; 8 bit, rows from the top-left corner.
 * Units:  `width` and `height` px of the picture itself.
 */
export interface Print {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Whether something shows through a print. */
export const isTranslucent = ({ pixels }: Print): boolean =>
  pixels.length === PRINT_SIDE * PRINT_SIDE * 4;

/** The shorter side of the smaller of two pictures, px. */
export const shorterSideOf = (a: Print, b: Print): number =>
  Math.min(a.width, a.height, b.width, b.height);

/** Shorter side below which a picture is an icon, whose few pixels JPEG's chroma blocks run together, px. */
const ICON = 64;

/** Whether one of two pictures is as small as an icon. */
export const isIcon = (a: Print, b: Print): boolean => shorterSideOf(a, b) < ICON;

/** The print of a picture of which `raster` is a copy of any size. */
export const printOf = (raster: Raster, size: { width: number; height: number }): Print => {
  const { data } = averageDown(raster, PRINT_SIDE, PRINT_SIDE);
  const { width, height } = size;
  const isOpaque = data.every((value, at) => at % 4 !== 3 || value >= SEE_THROUGH);
  if (!isOpaque) return { width, height, pixels: data };
  const pixels = new Uint8Array(PRINT_SIDE * PRINT_SIDE * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    pixels[to] = data[from]!;
    pixels[to + 1] = data[from + 1]!;
    pixels[to + 2] = data[from + 2]!;
  }
  return { width, height, pixels };
};

/** A print as it is seen on a grey ground: three planes of values 0–255, row by row. */
export interface Planes {
  side: number;
  /** Red, green, blue, one after the other. */
  rgb: readonly [Float32Array, Float32Array, Float32Array];
  luma: Float32Array;
}

/** Lays a print on a ground of one grey, 0–255, and averages it to `side` px, a divisor of 64. */
export const layOn = (print: Print, ground: number, side = PRINT_SIDE): Planes => {
  const channels = isTranslucent(print) ? 4 : 3;
  const step = PRINT_SIDE / side;
  const plane = () => new Float32Array(side * side);
  const rgb: [Float32Array, Float32Array, Float32Array] = [plane(), plane(), plane()];
  const luma = plane();
  const share = 1 / (step * step);
  for (let p = 0; p < PRINT_SIDE * PRINT_SIDE; p += 1) {
    const i = p * channels;
    const alpha = channels === 4 ? print.pixels[i + 3]! / 255 : 1;
    const row = Math.floor(p / PRINT_SIDE / step);
    const at = row * side + Math.floor((p % PRINT_SIDE) / step);
    for (let c = 0; c < 3; c += 1)
      rgb[c]![at]! += (print.pixels[i + c]! * alpha + ground * (1 - alpha)) * share;
  }
  for (let p = 0; p < luma.length; p += 1)
    luma[p] = 0.299 * rgb[0][p]! + 0.587 * rgb[1][p]! + 0.114 * rgb[2][p]!;
  return { side, rgb, luma };
};
