import type { Raster } from '../analysis/raster';
import type { BackdropMask } from './flood-matte';

/**
 * Turns a hard backdrop mask into a soft-edged cut-out without a halo.
 *
 * The edge is drawn in by half a pixel and softened over three; the backdrop's colour in it is replaced by the
 * subject's own, carried outwards from inside.
 */
export const softenEdge = ({ data, width, height }: Raster, mask: BackdropMask): Raster => {
  const solid = new Float32Array(width * height);
  for (let i = 0; i < solid.length; i++) solid[i] = mask[i] ? 0 : 1;
  const blurred = boxBlur(boxBlur(solid, width, height), width, height);
  const cut = new Uint8Array(data);
  for (let i = 0; i < solid.length; i++) {
    // Half covered before becomes a fifth: the outermost pixels are mixed with the backdrop and must go.
    const covered = Math.min(1, Math.max(0, (blurred[i]! - 0.42) / 0.46));
    cut[i * 4 + 3] = Math.round(255 * covered * covered * (3 - 2 * covered));
  }
  return carryColorOutwards({ data: cut, width, height }, 3);
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
