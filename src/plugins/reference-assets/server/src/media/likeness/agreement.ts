import type { Planes } from './print';

/** How far two pictures of one size agree when one is laid over the other. */
export interface Agreement {
  /** Correlation of light and dark, −1 to 1; 1 is the same drawing. */
  structure: number;
  /** Mean difference of colour, 0–255. */
  difference: number;
  /** How much of the colourfulness of the more colourful one the other does not share; 0 is the same, 1 and more is another colourway. */
  recoloured: number;
  /** Root mean square of that disagreement in colour, 0–255; small numbers cannot be seen. */
  colourShift: number;
  /** Light and dark that one has and the other has not, as a share of the contrast: another brightness or exposure. */
  relit: number;
}

const COARSE = 16;

/** Averages a square plane to 16 × 16, on which the noise of a strong compression has gone. */
const coarsen = (plane: Float32Array, side: number): Float32Array => {
  const step = Math.max(1, side / COARSE);
  const small = side / step;
  const out = new Float32Array(small * small);
  for (let p = 0; p < plane.length; p += 1) {
    const at = Math.floor(p / side / step) * small + Math.floor((p % side) / step);
    out[at]! += plane[p]! / (step * step);
  }
  return out;
};

const meanOf = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Correlation of two planes, and how much of their spread differs. */
const correlate = (a: Float32Array, b: Float32Array) => {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [ab, aa, bb, dd] = [0, 0, 0, 0];
  for (let p = 0; p < a.length; p += 1) {
    const [x, y] = [a[p]! - meanA, b[p]! - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
    dd += (a[p]! - b[p]!) ** 2;
  }
  const spread = Math.max(aa, bb, a.length);
  // Two plain pictures have the same structure: none.
  const isPlain = Math.max(aa, bb) < a.length;
  return { structure: isPlain ? 1 : ab / Math.sqrt(Math.max(aa, 1) * Math.max(bb, 1)), relit: Math.sqrt(dd / spread) };
};

/** Two colour differences a cell, free of light and dark. */
const chromaOf = ({ rgb, luma, side }: Planes): [Float32Array, Float32Array] => [
  coarsen(rgb[0].map((red, p) => red - luma[p]!), side),
  coarsen(rgb[2].map((blue, p) => blue - luma[p]!), side),
];

/** Least colourfulness that counts, 0–255: less is the noise of compression. */
const NOISE = 3;

const compareChroma = (a: Planes, b: Planes) => {
  const [one, other] = [chromaOf(a), chromaOf(b)];
  let [dd, aa, bb] = [0, 0, 0];
  for (let c = 0; c < 2; c += 1)
    for (let p = 0; p < one[c]!.length; p += 1) {
      const [x, y] = [one[c]![p]!, other[c]![p]!];
      dd += (x - y) ** 2;
      aa += x * x;
      bb += y * y;
    }
  const n = one[0].length;
  const colourShift = Math.sqrt(dd / n);
  return { colourShift, recoloured: colourShift / Math.max(NOISE, Math.sqrt(Math.max(aa, bb) / n)) };
};

const meanDifference = (a: Planes, b: Planes): number =>
  [0, 1, 2].reduce((sum, c) => {
    const [one, other] = [coarsen(a.rgb[c]!, a.side), coarsen(b.rgb[c]!, b.side)];
    return sum + meanOf(one.map((value, p) => Math.abs(value - other[p]!))) / 3;
  }, 0);

/** Compares two pictures laid over each other. */
export const agreementOf = (a: Planes, b: Planes): Agreement => {
  const fine = correlate(a.luma, b.luma);
  const coarse = correlate(coarsen(a.luma, a.side), coarsen(b.luma, b.side));
  return {
    structure: fine.structure,
    relit: coarse.relit,
    difference: meanDifference(a, b),
    ...compareChroma(a, b),
  };
};
