import type { BackdropMask } from './backdrop-mask';
import type { Size } from './still-request';

const { atan2, ceil, cos, floor, max, min, PI, round, sin } = Math;

/** Cells along the longer side of the miniature in which outlines are compared. */
const cells = 112;
/** Directions tried to both sides of the line from the subject to the region, and the step between them, degrees. */
const directions = { widest: 30, step: 7.5 };
/** How far the subject is moved at most, as a share of the miniature's width. */
const farthest = 0.5;

/**
 * How well a region is covered by the rest of the subject moved along one direction, as a cast shadow is: what both
 * have in common as a share of what either has, 0–1.
 */
export const sweptShare = (
  mask: BackdropMask,
  region: readonly number[],
  { width, height }: Size,
): number => {
  const step = max(1, ceil(max(width, height) / cells));
  const [columns, rows] = [ceil(width / step), ceil(height / step)];
  const inRegion = new Uint8Array(mask.length);
  for (const i of region) inRegion[i] = 1;
  const shade: Spot[] = [];
  const caster: Spot[] = [];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const i =
        min(height - 1, y * step + (step >> 1)) * width + min(width - 1, x * step + (step >> 1));
      if (!mask[i]) (inRegion[i] ? shade : caster).push({ x, y });
    }
  }
  if (shade.length === 0 || caster.length === 0) return 0;
  const [from, to] = [middleOf(caster), middleOf(shade)];
  const straight = atan2(to.y - from.y, to.x - from.x);
  let best = 0;
  for (let turn = -directions.widest; turn <= directions.widest; turn += directions.step)
    best = max(best, bestAlong(straight + (turn * PI) / 180, { caster, shade, columns, rows }));
  return best;
};

interface Spot {
  x: number;
  y: number;
}

const middleOf = (spots: readonly Spot[]): Spot => {
  const sum = spots.reduce((one, { x, y }) => ({ x: one.x + x, y: one.y + y }), { x: 0, y: 0 });
  return { x: sum.x / spots.length, y: sum.y / spots.length };
};

const bestAlong = (
  angle: number,
  {
    caster,
    shade,
    columns,
    rows,
  }: { caster: Spot[]; shade: Spot[]; columns: number; rows: number },
): number => {
  // 1 where the subject is, or was moved to; 2 where the region waits to be covered.
  const seen = new Uint8Array(columns * rows);
  for (const { x, y } of shade) seen[y * columns + x] = 2;
  for (const { x, y } of caster) seen[y * columns + x] = 1;
  let [covered, either, best] = [0, shade.length, 0];
  for (let away = 1; away <= floor(columns * farthest); away++) {
    const [dx, dy] = [round(cos(angle) * away), round(sin(angle) * away)];
    for (const { x, y } of caster) {
      const [column, row] = [x + dx, y + dy];
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
      const at = row * columns + column;
      if (seen[at] === 1) continue;
      if (seen[at] === 2) covered++;
      else either++;
      seen[at] = 1;
    }
    best = max(best, covered / either);
  }
  return best;
};
