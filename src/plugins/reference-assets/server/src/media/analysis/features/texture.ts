import type { View } from './view';

const CELLS = 6;

interface Cell {
  mean: number;
  spread: number;
}

const cellAt = (view: View, column: number, row: number, cells = CELLS): Cell => {
  const { luma, width, height } = view;
  const left = Math.floor((column * width) / cells);
  const right = Math.max(left + 1, Math.floor(((column + 1) * width) / cells));
  const top = Math.floor((row * height) / cells);
  const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / cells));
  let sum = 0;
  let squares = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const value = luma[Math.min(y, height - 1) * width + Math.min(x, width - 1)]!;
      sum += value;
      squares += value * value;
    }
  }
  const count = (bottom - top) * (right - left);
  const mean = sum / count;
  return { mean, spread: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
};

const meanOf = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

const deviation = (values: number[]): number => {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
};

/** Correlation of the luma with itself shifted by `shift` pixel numbers, every seventh pixel looked at. */
const correlation = (luma: Uint8Array, mean: number, variance: number, shift: number): number => {
  let sum = 0;
  let count = 0;
  for (let p = 0; p + shift < luma.length; p += 7) {
    sum += (luma[p]! - mean) * (luma[p + shift]! - mean);
    count += 1;
  }
  return sum / Math.max(1, count) / variance;
};

/** Height of the highest return of the correlation after its first fall: 1 for a perfect pattern, 0 for none. */
const periodicity = (
  view: View,
  { mean, spread }: Cell,
  stride: number,
  length: number,
): number => {
  const { luma } = view;
  let lowest = 1;
  let rise = 0;
  for (let lag = 2; lag < length / 2; lag += 3) {
    const value = correlation(luma, mean, Math.max(1, spread ** 2), lag * stride);
    lowest = Math.min(lowest, value);
    rise = Math.max(rise, value - lowest);
  }
  return Math.min(1, rise);
};

/**
 * Whether the picture is the same everywhere, as a texture is, and whether it repeats.
 *
 * Shape: `unevenLight` 0–1: how much cells differ in brightness beside what varies within them; `unevenDetail` how
 *        much they differ in detail; `contrast` 0–1 within cells.
 */
export const textureFeatures = (view: View) => {
  const cells: Cell[] = [];
  for (let row = 0; row < CELLS; row += 1) {
    for (let column = 0; column < CELLS; column += 1) cells.push(cellAt(view, column, row));
  }
  const whole = cellAt(view, 0, 0, 1);
  const spreads = cells.map(({ spread }) => spread);
  const between = deviation(cells.map(({ mean }) => mean));
  const within = meanOf(spreads);
  return {
    unevenLight: between / (between + within + 1),
    unevenDetail: Math.min(2, deviation(spreads) / (within + 1)) / 2,
    contrast: within / 128,
    quietestCell: Math.min(...spreads) / (within + 1),
    repeats: Math.max(
      periodicity(view, whole, 1, view.width),
      periodicity(view, whole, view.width, view.height),
    ),
  };
};
