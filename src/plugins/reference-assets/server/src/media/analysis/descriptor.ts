import { oklabOfPixels } from './oklab';
import { averageDown, VISIBLE_ALPHA } from './raster';
import type { View } from './features/view';

const SIDE = 48;
const CHROMA_BINS = 7;
const LIGHT_BINS = 4;
const GRID = 4;
const DIRECTIONS = 8;
/** Chroma below which colour is noise. */
const FAINT = 0.05;
const PALETTE_REACH = 3;
const LAYOUT_CHROMA = 0.4;
const PALETTE = CHROMA_BINS * CHROMA_BINS * LIGHT_BINS;
const LAYOUT = GRID * GRID * 3;
const GRADIENTS = GRID * GRID * DIRECTIONS;
const DETAIL = LIGHT_BINS * DIRECTIONS;

/** Length of a visual descriptor. */
export const DESCRIPTOR_DIMENSIONS = PALETTE + LAYOUT + GRADIENTS + DETAIL;

/** How much each part weighs in the likeness of two pictures; set by hand, not fitted. */
const weights = { palette: 1, layout: 0.5, gradients: 0.45, detail: 0.5 };

/** The subject on a small square, its lightness measured against its own mean so that exposure does not matter. */
interface Patch {
  /** OKLab, three numbers a pixel. */
  lab: Float64Array;
  /** 1 on the subject. */
  weight: Float64Array;
  /** Lightness over the mean of the subject, about 0–2. */
  light: Float64Array;
  /** What chroma is measured against: that of the subject as a whole, so that neither less light nor deeper colours matter. */
  chroma: number;
}

/** What of a view is described. */
type Looked = Pick<View, 'data' | 'subject' | 'width' | 'height'>;

const patchOf = (view: Looked): Patch => {
  const { data, subject, width, height } = view;
  // The mask rides along as alpha: blocks then average the colours of the subject alone.
  const masked = Uint8Array.from(data);
  for (let p = 0; p < subject.length; p += 1) masked[p * 4 + 3] = subject[p]! * 255;
  const small = averageDown({ data: masked, width, height }, SIDE, SIDE).data;
  const lab = oklabOfPixels(small);
  const weight = new Float64Array(SIDE * SIDE);
  let sum = 0;
  let squares = 0;
  let total = 0;
  for (let p = 0; p < weight.length; p += 1) {
    weight[p] = small[p * 4 + 3]! >= VISIBLE_ALPHA ? 1 : 0;
    sum += lab[p * 3]! * weight[p]!;
    squares += (lab[p * 3 + 1]! ** 2 + lab[p * 3 + 2]! ** 2) * weight[p]!;
    total += weight[p]!;
  }
  const mean = Math.max(0.02, sum / Math.max(1, total));
  const light = new Float64Array(SIDE * SIDE);
  for (let p = 0; p < light.length; p += 1) light[p] = lab[p * 3]! / mean;
  const chroma = Math.sqrt(squares / Math.max(1, total)) + FAINT;
  return { lab, weight, light, chroma };
};

/** Where a place 0–1 lies in a row of bins: the whole part is the bin before it, the rest how far it is to the next. */
const placeIn = (place: number, bins: number): number =>
  Math.max(0, Math.min(1, place)) * (bins - 1);

/** The bin before a place, so that there is always a next one. */
const binOf = (at: number, bins: number): number => Math.min(bins - 2, Math.floor(at));

/** Square root of shares: makes Euclidean distance that of Hellinger, in which small bins count too. */
const rooted = (values: Float64Array): Float64Array => {
  const total = values.reduce((a, b) => a + b, 0) || 1;
  return values.map((value) => Math.sqrt(value / total));
};

/** Colours of the subject, as chroma by lightness: the same under a stronger or a weaker light. */
const palette = ({ lab, weight, light, chroma }: Patch): Float64Array => {
  const bins = new Float64Array(PALETTE);
  const scale = chroma * PALETTE_REACH;
  // Each pixel counts in the eight bins around its colour, in proportion to nearness.
  for (let p = 0; p < weight.length; p += 1) {
    if (weight[p] === 0) continue;
    const a = placeIn(0.5 + lab[p * 3 + 1]! / scale, CHROMA_BINS);
    const b = placeIn(0.5 + lab[p * 3 + 2]! / scale, CHROMA_BINS);
    const l = placeIn(light[p]! / 2, LIGHT_BINS);
    const [a0, b0, l0] = [binOf(a, CHROMA_BINS), binOf(b, CHROMA_BINS), binOf(l, LIGHT_BINS)];
    for (let corner = 0; corner < 4; corner += 1) {
      const [right, below] = [corner >> 1, corner & 1];
      const share = (right ? a - a0 : 1 - a + a0) * (below ? b - b0 : 1 - b + b0);
      const at = ((a0 + right) * CHROMA_BINS + b0 + below) * LIGHT_BINS + l0;
      bins[at]! += share * (1 - l + l0);
      bins[at + 1]! += share * (l - l0);
    }
  }
  return rooted(bins);
};

const cellOf = (x: number, y: number): number =>
  Math.floor((y * GRID) / SIDE) * GRID + Math.floor((x * GRID) / SIDE);

/** Sum and absolute difference of each cell and its mirror image: the same for a mirrored picture. */
const foldMirror = (values: Float64Array, depth: number, mirror: (k: number) => number) => {
  const out = new Float64Array(values.length);
  for (let row = 0; row < GRID; row += 1) {
    for (let column = 0; column < GRID / 2; column += 1) {
      const left = (row * GRID + column) * depth;
      const right = (row * GRID + GRID - 1 - column) * depth;
      for (let k = 0; k < depth; k += 1) {
        out[left + k] = (values[left + k]! + values[right + mirror(k)]!) / 2;
        out[right + k] = Math.abs(values[left + k]! - values[right + mirror(k)]!) / 2;
      }
    }
  }
  return out;
};

/** Where which colours lie, on a 4 × 4 grid. */
const layout = ({ lab, weight, light, chroma }: Patch): Float64Array => {
  const sums = new Float64Array(LAYOUT);
  for (let p = 0; p < weight.length; p += 1) {
    if (weight[p] === 0) continue;
    const at = cellOf(p % SIDE, Math.floor(p / SIDE)) * 3;
    sums[at]! += light[p]! - 1;
    sums[at + 1]! += (LAYOUT_CHROMA * lab[p * 3 + 1]!) / chroma;
    sums[at + 2]! += (LAYOUT_CHROMA * lab[p * 3 + 2]!) / chroma;
  }
  return foldMirror(sums, 3, (k) => k);
};

interface Edges {
  gradients: Float64Array;
  detail: Float64Array;
}

/** Directions of edges: by grid cell, and by the lightness they lie in. */
const edges = ({ weight, light }: Patch): Edges => {
  const gradients = new Float64Array(GRADIENTS);
  const detail = new Float64Array(DETAIL);
  const at = (p: number): number => (weight[p] === 0 ? 2 : light[p]!);
  for (let y = 1; y < SIDE - 1; y += 1) {
    for (let x = 1, p = y * SIDE + 1; x < SIDE - 1; x += 1, p += 1) {
      if (weight[p] === 0) continue;
      const gx = at(p + 1) - at(p - 1);
      const gy = at(p + SIDE) - at(p - SIDE);
      const strength = Math.min(1, Math.sqrt(gx * gx + gy * gy));
      const turn = (Math.atan2(gy, gx) / Math.PI + 1) % 1;
      const bin = Math.floor(turn * DIRECTIONS) % DIRECTIONS;
      gradients[cellOf(x, y) * DIRECTIONS + bin]! += strength;
      const level = Math.min(LIGHT_BINS - 1, Math.floor(light[p]! * 2));
      detail[level * DIRECTIONS + bin]! += strength / 2;
      detail[level * DIRECTIONS + DIRECTIONS - 1 - bin]! += strength / 2;
    }
  }
  const folded = foldMirror(gradients, DIRECTIONS, (k) => DIRECTIONS - 1 - k);
  return { gradients: rooted(folded), detail: rooted(detail) };
};

const unit = (values: ArrayLike<number>, length = 1): number[] => {
  const list = Array.from(values);
  const norm = Math.sqrt(list.reduce((sum, value) => sum + value * value, 0)) || 1;
  return list.map((value) => (value * length) / norm);
};

/**
 * Visual descriptor of a picture's subject: its colours, where they lie, and the directions of its edges.
 *
 * Stands in for an image embedding where no model is to be had. Mirroring does not change it; another exposure,
 * background, encoding or a moderate crop change it little.
 * Shape: `DESCRIPTOR_DIMENSIONS` numbers, Euclidean length 1; likeness is the cosine.
 */
export const describeLook = (view: Looked): number[] => {
  const patch = patchOf(view);
  const { gradients, detail } = edges(patch);
  return unit([
    ...unit(palette(patch), weights.palette),
    ...unit(layout(patch), weights.layout),
    ...unit(gradients, weights.gradients),
    ...unit(detail, weights.detail),
  ]);
};
