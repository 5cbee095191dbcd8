import type { View } from './view';

const RISE = 40;
const LEVEL = 8;
const NEAR = 2;
const FAR = 5;

/** Largest channel difference of two pixels. */
const apart = (data: Uint8Array, p: number, q: number): number =>
  Math.max(
    Math.abs(data[p * 4]! - data[q * 4]!),
    Math.abs(data[p * 4 + 1]! - data[q * 4 + 1]!),
    Math.abs(data[p * 4 + 2]! - data[q * 4 + 2]!),
  );

/** Counts of crossings by whether colour is level on both sides, one side or neither. */
type Crossings = [none: number, one: number, both: number];

/** Walks lines of pixels `stride` apart and judges each edge crossed, once at its steepest. */
const cross = (data: Uint8Array, start: number, stride: number, length: number, to: Crossings) => {
  let last = 0;
  for (let i = FAR, p = start + FAR * stride; i < length - FAR; i += 1, p += stride) {
    const rise = apart(data, p - NEAR * stride, p + NEAR * stride);
    const next = apart(data, p - (NEAR - 1) * stride, p + (NEAR + 1) * stride);
    const isSteepest = rise > RISE && rise > last && rise >= next;
    last = rise;
    if (!isSteepest) continue;
    const before = apart(data, p - FAR * stride, p - NEAR * stride) <= LEVEL;
    const after = apart(data, p + NEAR * stride, p + FAR * stride) <= LEVEL;
    to[Number(before) + Number(after)]! += 1;
  }
};

/**
 * What lies on both sides of edges: level colour on both (drawing), on one (a thing on a plain ground), on neither.
 *
 * Shape: shares 0–1 of the edges crossed; `crossings` the logarithm of the number of edges crossed on a line.
 */
export const outlineFeatures = ({ data, width, height }: View) => {
  const found: Crossings = [0, 0, 0];
  let lines = 0;
  for (let y = 0; y < height; y += 2, lines += 1) cross(data, y * width, 1, width, found);
  for (let x = 0; x < width; x += 2, lines += 1) cross(data, x, width, height, found);
  const [none, one, both] = found;
  const total = Math.max(1, none + one + both);
  return {
    levelBothSides: both / total,
    levelOneSide: one / total,
    levelNoSide: none / total,
    crossings: Math.log2(1 + (none + one + both) / Math.max(1, lines)) / 5,
  };
};
