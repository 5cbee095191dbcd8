import type { View } from './view';

const FLAT = 3;
const SOFT = 18;
const HARD = 60;

// Kinds of steps between neighbours.
const kinds = { flat: 0, soft: 1, middling: 2, hard: 3 } as const;

const kindOf = (step: number): number => {
  if (step <= FLAT) return kinds.flat;
  if (step <= SOFT) return kinds.soft;
  return step > HARD ? kinds.hard : kinds.middling;
};

/** Largest channel difference of a pixel to its right and lower neighbours. */
const stepAt = (data: Uint8Array, p: number, width: number): number => {
  let step = 0;
  for (let c = p * 4; c < p * 4 + 3; c += 1) {
    const right = Math.abs(data[c]! - data[c + 4]!);
    const below = Math.abs(data[c]! - data[c + width * 4]!);
    if (right > step) step = right;
    if (below > step) step = below;
  }
  return step;
};

/** Mean bend of the luma where it is nearly flat: grain, JPEG noise, fine texture. 0–1. */
const grain = ({ luma, width, height }: View): number => {
  let sum = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1, p = y * width + 1; x < width - 1; x += 1, p += 1) {
      const around = luma[p - 1]! + luma[p + 1]! + luma[p - width]! + luma[p + width]!;
      const bend = Math.abs(4 * luma[p]! - around);
      if (bend > 60) continue;
      sum += bend;
      count += 1;
    }
  }
  return sum / Math.max(1, count) / 60;
};

/**
 * How the surface runs: flat like paint, soft like light on a body, or in hard steps. Looks at every second row.
 *
 * Shape: every value 0–1. `…InSubject` counts only what stands out from the background.
 */
export const surfaceFeatures = (view: View) => {
  const { width, height, data, subject, edges, subjectPixels } = view;
  const all = new Uint32Array(4);
  const within = new Uint32Array(4);
  for (let y = 0; y < height - 1; y += 2) {
    for (let x = 0, p = y * width; x < width - 1; x += 1, p += 1) {
      const kind = kindOf(stepAt(data, p, width));
      all[kind]! += 1;
      if (subject[p] === 1) within[kind]! += 1;
    }
  }
  let edgePixels = 0;
  for (let p = 0; p < edges.length; p += 1) if (edges[p] !== 0) edgePixels += 1;
  const total = Math.max(1, within[0]! + within[1]! + within[2]! + within[3]!);
  const uneven = Math.max(1, total - within[kinds.flat]!);
  return {
    flat: all[kinds.flat]! / Math.max(1, all[0]! + all[1]! + all[2]! + all[3]!),
    flatInSubject: within[kinds.flat]! / total,
    softInSubject: within[kinds.soft]! / total,
    hardInSubject: within[kinds.hard]! / total,
    hardOfUneven: within[kinds.hard]! / uneven,
    grain: grain(view),
    edges: edgePixels / edges.length,
    edgesInSubject: Math.min(1, edgePixels / subjectPixels),
  };
};
