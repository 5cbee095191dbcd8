import type { CameraView } from './camera-path';
import type { Plane, Span } from './plane-view';
import type { YuvLayer } from './yuv-planes';

/**
 * Where the near layer of a scene shows, as shares of its height and width.
 *
 * Above `top` there is nothing; down to `floor` only the columns between `left` and `right` are covered, mostly by a
 * subject before the wall; further down all columns may be, and from `solid` on everything is hidden by it.
 */
export interface NearCover {
  top: number;
  floor: number;
  solid: number;
  left: number;
  right: number;
}

/** Finds where a layer shows, with the floor set so that the least has to be drawn. */
export const nearCover = ({ alpha, width, height }: YuvLayer): NearCover => {
  const extents = Array.from({ length: height }, (_, y) =>
    extentOf(alpha.subarray(y * width, (y + 1) * width)),
  );
  const isEmpty = ({ from, to }: Span) => to <= from;
  let top = 0;
  while (top < height && isEmpty(extents[top]!)) top++;
  let solid = height;
  while (solid > top && isSolid(alpha.subarray((solid - 1) * width, solid * width))) solid--;
  const split = { at: top, cost: (solid - top) * width, columns: { from: 0, to: width } };
  const columns = { from: width, to: 0 };
  for (let row = top; row < solid; row++) {
    const { from, to } = extents[row]!;
    if (to > from) {
      columns.from = Math.min(columns.from, from);
      columns.to = Math.max(columns.to, to);
    }
    const cost = (row + 1 - top) * (columns.to - columns.from) + (solid - row - 1) * width;
    if (cost < split.cost) Object.assign(split, { at: row + 1, cost, columns: { ...columns } });
  }
  const { at, columns: seen } = split;
  return {
    top: top / height,
    floor: at / height,
    solid: solid / height,
    left: seen.from / width,
    right: seen.to / width,
  };
};

const extentOf = (row: Uint8Array): Span => {
  let from = 0;
  while (from < row.length && row[from] === 0) from++;
  let to = row.length;
  while (to > from && row[to - 1] === 0) to--;
  return { from, to };
};

const isSolid = (row: Uint8Array): boolean => {
  for (const value of row) if (value !== 255) return false;
  return true;
};

/** The filter reaches two lines to each side; one more for rounding. */
const reach = 3;

/** What of a plane is covered in a view: rows and columns of the subject, rows where the floor begins and is all. */
export const coverIn = (
  { top, floor, solid, left, right }: NearCover,
  { x, y, scale }: CameraView,
  { width, height, stride }: Pick<Plane, 'width' | 'height' | 'stride'>,
): { top: number; floor: number; solid: number; columns: Span } => {
  const shown = (share: number, centre: number, length: number): number =>
    ((share - (centre - scale / 2)) / scale) * length;
  const row = (share: number, margin: number): number =>
    Math.min(height, Math.max(0, Math.floor(shown(share, y, height)) + margin));
  const first = row(top, -reach);
  const begins = Math.max(first, row(floor, -reach));
  const from = Math.floor(shown(left, x, width)) - reach;
  const to = Math.ceil(shown(right, x, width)) + reach;
  const within = (column: number): number => Math.min(stride, Math.max(0, column));
  return {
    top: first,
    floor: begins,
    solid: Math.max(begins, row(solid, reach + 1)),
    columns: { from: within(Math.floor(from / 16) * 16), to: within(Math.ceil(to / 16) * 16) },
  };
};
