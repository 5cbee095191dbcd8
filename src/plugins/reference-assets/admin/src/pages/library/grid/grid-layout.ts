/** Least width of a tile and the room between two, px. */
const least = 180;
export const gap = 16;
/** Rows above and below the screen that are there already when a person scrolls. */
const overscan = 2;

/** Where tiles stand. Units: px. */
export interface GridLayout {
  columns: number;
  /** Height of a tile's picture, and of the whole tile. */
  picture: number;
  tile: number;
  /** From the top of one row to the top of the next. */
  row: number;
  rows: number;
  height: number;
}

/** The grid for a width and a number of tiles; `text` is the height of what stands below each picture. */
export const layoutOf = (width: number, total: number, text: number): GridLayout => {
  const columns = Math.max(2, Math.floor((width + gap) / (least + gap)));
  const picture = Math.round((Math.max(0, width - gap * (columns - 1)) / columns) * 0.75);
  const tile = picture + text;
  const row = tile + gap;
  const rows = Math.ceil(total / columns);
  return { columns, picture, tile, row, rows, height: Math.max(0, rows * row - gap) };
};

/** Rows to draw, first included and last not: those on screen and a few around. */
export const rowsBetween = (
  { row, rows }: GridLayout,
  top: number,
  bottom: number,
): [number, number] => {
  const from = Math.min(rows, Math.max(0, Math.floor(top / row) - overscan));
  return [from, Math.max(from, Math.min(rows, Math.ceil(bottom / row) + overscan))];
};

/** Pages, counted from 1, that hold tiles of some rows. */
export const pagesOf = (
  [from, to]: [number, number],
  columns: number,
  pageSize: number,
): number[] => {
  if (to <= from) return [];
  const first = Math.floor((from * columns) / pageSize);
  const last = Math.floor((to * columns - 1) / pageSize);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index + 1);
};

const steps: Record<string, (columns: number) => number> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
  PageUp: (columns) => -3 * columns,
  PageDown: (columns) => 3 * columns,
  Home: () => -Infinity,
  End: () => Infinity,
};

/** The tile a key leads to, or null when the key leads nowhere. */
export const stepFrom = (
  index: number,
  key: string,
  { columns, total }: { columns: number; total: number },
): number | null => {
  const step = steps[key]?.(columns);
  if (step === undefined) return null;
  const next = Math.min(total - 1, Math.max(0, index + step));
  // Up from the first row and down from the last stay where they are instead of changing the column.
  if (Math.abs(step) === columns && (index + step < 0 || index + step >= total)) return index;
  return next;
};
