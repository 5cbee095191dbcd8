import type { CameraView } from './camera-path';
import type { Part, Plane, Span } from './plane-view';

/** Bend between three neighbours up to which a line is within a step of a curve; grain of one step bends by four. */
const mostBend = 5;
/** The filter reaches two columns to each side; two more for rounding. */
const reach = 4;

/**
 * Columns of a plane, as shares of its width, outside of which straight lines between two samples miss nothing: a
 * gradient, a wall out of focus.
 */
export const detailOf = (
  source: Uint8Array,
  { width, height }: { width: number; height: number },
): Span => {
  let [from, to] = [width, 0];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      // What lies between columns that are known to have detail changes nothing.
      if (x === from) {
        at += to - x;
        x = to;
        if (x >= width - 1) break;
      }
      const twice = 2 * source[at]!;
      const across = source[at - 1]! + source[at + 1]! - twice;
      const down = source[at - width]! + source[at + width]! - twice;
      if (Math.abs(across) <= mostBend && Math.abs(down) <= mostBend) continue;
      from = Math.min(from, x);
      to = Math.max(to, x);
    }
  }
  return to < from ? { from: 0, to: 0 } : { from: from / width, to: (to + 1) / width };
};

/** Some rows of a view in the parts that it is drawn in: the columns with detail, and those beside them. */
export const partsBy = (
  detail: Span,
  { x, scale }: CameraView,
  { width, stride }: Pick<Plane, 'width' | 'stride'>,
  rows: Span,
): Part[] => {
  const shown = (share: number): number => ((share - (x - scale / 2)) / scale) * width;
  const within = (column: number): number => Math.min(stride, Math.max(0, column));
  if (detail.to <= detail.from) return [{ rows, columns: { from: 0, to: stride }, smooth: true }];
  const from = within(Math.floor((shown(detail.from) - reach) / 16) * 16);
  const to = Math.max(from, within(Math.ceil((shown(detail.to) + reach) / 16) * 16));
  return [
    { rows, columns: { from: 0, to: from }, smooth: true },
    { rows, columns: { from, to } },
    { rows, columns: { from: to, to: stride }, smooth: true },
  ];
};
