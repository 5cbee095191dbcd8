import type { Raster } from '../analysis/raster';

type Color = readonly [red: number, green: number, blue: number];

/** Mean colours of some of a picture's pixels, place by place. */
export interface LocalColors {
  /** Mean of those in the cell of a pixel and in `reach` cells around it; null where there are none. */
  around(index: number, reach: number): Color | null;
}

/**
 * Gathers the colours of chosen pixels in square cells.
 *
 * Units: `cell` px.
 */
export const localColors = (
  { data, width, height }: Raster,
  cell: number,
  isChosen: (index: number) => boolean,
): LocalColors => {
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const sums = new Float64Array(columns * rows * 4);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++, i++) {
      if (!isChosen(i)) continue;
      const to = (row + Math.floor(x / cell)) * 4;
      for (let c = 0; c < 3; c++) sums[to + c]! += data[i * 4 + c]!;
      sums[to + 3]!++;
    }
  }
  const known = new Map<number, Color | null>();
  const gather = (column: number, row: number, reach: number): Color | null => {
    let [red, green, blue, count] = [0, 0, 0, 0];
    for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
      for (let c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++) {
        const from = (r * columns + c) * 4;
        red += sums[from]!;
        green += sums[from + 1]!;
        blue += sums[from + 2]!;
        count += sums[from + 3]!;
      }
    }
    return count > 0 ? [red / count, green / count, blue / count] : null;
  };
  return {
    around(index, reach) {
      const column = Math.floor((index % width) / cell);
      const row = Math.floor(Math.floor(index / width) / cell);
      const key = (row * columns + column) * 8 + reach;
      const found = known.get(key);
      if (found !== undefined) return found;
      const mean = gather(column, row, reach);
      known.set(key, mean);
      return mean;
    },
  };
};
