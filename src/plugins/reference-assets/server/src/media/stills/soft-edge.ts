import type { Raster } from '../analysis/raster';
import { edgeBand } from './edge-band';
import type { BackdropMask } from './backdrop-mask';

/** Colours closer than this cannot tell how much of each is in a mixture, 0–255. */
const tellable = 40;

/**
 * Turns a hard backdrop mask into a soft-edged cut-out without a halo.
 *
 * Each pixel along the outline is taken for a mixture of the subject's colour beside it and the backdrop's: its alpha is
 * the subject's share, and its colour becomes the subject's own. Where the two hardly differ the outline is drawn in by
 * half a pixel and softened over three.
 */
export const softenEdge = (raster: Raster, mask: BackdropMask): Raster => {
  const { data, width, height } = raster;
  const soft = softened(mask, width, height);
  const band = edgeBand(mask, width, height);
  const own = spreadOver(raster, band.subject);
  const ground = spreadOver(raster, band.backdrop);
  const cut = new Uint8Array(data);
  for (let i = 0; i < mask.length; i++) cut[i * 4 + 3] = mask[i] ? 0 : 255;
  for (const i of band.between) {
    const share = Math.min(shareOf(data, own, ground, i) ?? soft[i]!, soft[i]! + 0.45);
    cut[i * 4 + 3] = Math.round(255 * share);
    if (share < 0.97) for (let c = 0; c < 3; c++) cut[i * 4 + c] = own[i * 4 + c]!;
  }
  return carryColorOutwards({ data: cut, width, height }, 3);
};

/** The mask's outline softened over three pixels, drawn in by half a pixel; 0–1. */
const softened = (mask: BackdropMask, width: number, height: number): Float32Array => {
  const solid = Float32Array.from(mask, (value) => (value ? 0 : 1));
  const blurred = boxBlur(boxBlur(solid, width, height), width, height);
  return blurred.map((value) => {
    const covered = Math.min(1, Math.max(0, (value - 0.42) / 0.46));
    return covered * covered * (3 - 2 * covered);
  });
};

/** The colours of certain pixels carried over the band beside them. */
const spreadOver = ({ data, width, height }: Raster, certain: Uint8Array): Uint8Array => {
  const known = new Uint8Array(data);
  for (let i = 0; i < certain.length; i++) known[i * 4 + 3] = certain[i] ? 255 : 0;
  return carryColorOutwards({ data: known, width, height }, 7).data;
};

/** How much of a pixel is the subject: where it lies between both colours, 0–1; undefined when they are too alike. */
const shareOf = (
  data: Uint8Array,
  own: Uint8Array,
  ground: Uint8Array,
  i: number,
): number | undefined => {
  let [along, length] = [0, 0];
  for (let o = i * 4; o < i * 4 + 3; o++) {
    const difference = own[o]! - ground[o]!;
    along += (data[o]! - ground[o]!) * difference;
    length += difference * difference;
  }
  if (length < tellable * tellable) return undefined;
  // A little is given to noise at both ends.
  return Math.min(1, Math.max(0, (along / length - 0.08) / 0.82));
};

/**
 * Gives see-through pixels the colour of the nearest solid ones, so that scaling and chroma subsampling find no
 * foreign colour at the edge.
 *
 * Units: `reach` px.
 */
export const carryColorOutwards = (raster: Raster, reach: number): Raster => {
  const { width, height } = raster;
  const data = new Uint8Array(raster.data);
  const known = new Uint8Array(width * height);
  for (let i = 0; i < known.length; i++) known[i] = data[i * 4 + 3]! >= 250 ? 1 : 0;
  let frontier = edgeOf(known, width, height);
  for (let round = 0; round < reach && frontier.length > 0; round++) {
    for (const i of frontier) paintFromNeighbours(data, known, width, height, i);
    for (const i of frontier) known[i] = 1;
    frontier = edgeOf(known, width, height, frontier);
  }
  return { data, width, height };
};

const neighbours = (i: number, width: number, height: number): number[] => {
  const x = i % width;
  const near: number[] = [];
  for (const dy of [-width, 0, width]) {
    for (const dx of [-1, 0, 1]) {
      const j = i + dy + dx;
      if (x + dx >= 0 && x + dx < width && j >= 0 && j < width * height && j !== i) near.push(j);
    }
  }
  return near;
};

const edgeOf = (
  known: Uint8Array,
  width: number,
  height: number,
  around?: readonly number[],
): number[] => {
  const edge: number[] = [];
  if (!around) {
    for (let i = 0; i < known.length; i++) {
      // Cheap look along the row and column first: most pixels are nowhere near an edge.
      if (known[i]) continue;
      const touches = known[i - 1] || known[i + 1] || known[i - width] || known[i + width];
      if (touches && neighbours(i, width, height).some((j) => known[j])) edge.push(i);
    }
    return edge;
  }
  const taken = new Set<number>();
  for (const i of around) {
    for (const j of neighbours(i, width, height)) {
      if (!known[j] && !taken.has(j)) {
        taken.add(j);
        edge.push(j);
      }
    }
  }
  return edge;
};

const paintFromNeighbours = (
  data: Uint8Array,
  known: Uint8Array,
  width: number,
  height: number,
  i: number,
): void => {
  let [count, red, green, blue] = [0, 0, 0, 0];
  for (const j of neighbours(i, width, height)) {
    if (!known[j]) continue;
    count++;
    red += data[j * 4]!;
    green += data[j * 4 + 1]!;
    blue += data[j * 4 + 2]!;
  }
  if (count === 0) return;
  data[i * 4] = Math.round(red / count);
  data[i * 4 + 1] = Math.round(green / count);
  data[i * 4 + 2] = Math.round(blue / count);
};

const boxBlur = (values: Float32Array, width: number, height: number): Float32Array => {
  const blurred = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++) {
        const row = Math.min(height - 1, Math.max(0, y + dy)) * width;
        for (let dx = -1; dx <= 1; dx++) {
          sum += values[row + Math.min(width - 1, Math.max(0, x + dx))]!;
        }
      }
      blurred[y * width + x] = sum / 9;
    }
  }
  return blurred;
};
