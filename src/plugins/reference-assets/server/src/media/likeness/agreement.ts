import { colourDrift, type ColourDrift, type SharedCell } from './colour-drift';
import type { Planes } from './print';

/** How far two pictures of one size agree when one is laid over the other. */
export interface Agreement extends ColourDrift {
  /** Correlation of light and dark, −1 to 1; 1 is the same drawing. */
  structure: number;
  /** Mean difference of colour, 0–255. */
  difference: number;
  /** How much of the colourfulness of the more colourful one the other does not share; 0 is the same, 1 and more is another colourway. */
  recoloured: number;
  /** Root mean square of the colours of the more colourful one, light and dark left out, 0–255. */
  colourfulness: number;
  /** Root mean square of that disagreement in colour, 0–255; small numbers cannot be seen. */
  colourShift: number;
  /** Whether the colours point the same way round the colour circle, −1 to 1; 1 where one of them has no colour. */
  hue: number;
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

/** Whether a plane has no structure: its values, 0–255, differ from their mean by less than 1, as a root mean square. */
export const isPlain = (values: Float32Array): boolean => {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) < values.length;
};

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
  const arePlain = Math.max(aa, bb) < a.length;
  return {
    structure: arePlain ? 1 : ab / Math.sqrt(Math.max(aa, 1) * Math.max(bb, 1)),
    relit: Math.sqrt(dd / spread),
  };
};

/** Least colourfulness that counts, 0–255: less is the noise of compression. */
export const NOISE = 3;

/** Colourfulness below which a picture has no hue, 0–255. */
const COLOURLESS = 0.2;

/** How far two pictures disagree in colour, light and dark left out. */
export type ColourAgreement = Pick<
  Agreement,
  'recoloured' | 'colourfulness' | 'colourShift' | 'hue' | 'drift' | 'scatter'
>;

const lumaAt = (rgb: readonly Float32Array[], p: number): number =>
  0.299 * rgb[0]![p]! + 0.587 * rgb[1]![p]! + 0.114 * rgb[2]![p]!;

/** Red and blue of a cell beside its light, −255 to 255. */
export const chromaAt = (rgb: readonly Float32Array[], p: number): [number, number] => {
  const luma = lumaAt(rgb, p);
  return [rgb[0]![p]! - luma, rgb[2]![p]! - luma];
};

/** Compares the colours of two pictures of one size, plane by plane; what is NaN in either is left out. */
export const compareColours = (
  one: readonly Float32Array[],
  other: readonly Float32Array[],
): ColourAgreement => {
  let [dd, ab, aa, bb, n] = [0, 0, 0, 0, 0];
  const cells: SharedCell[] = [];
  for (let p = 0; p < one[0]!.length; p += 1) {
    const [redA, blueA] = chromaAt(one, p);
    const [redB, blueB] = chromaAt(other, p);
    const apart = (redA - redB) ** 2 + (blueA - blueB) ** 2;
    if (Number.isNaN(apart)) continue;
    dd += apart;
    ab += redA * redB + blueA * blueB;
    aa += redA * redA + blueA * blueA;
    bb += redB * redB + blueB * blueB;
    n += 1;
    cells.push({
      chroma: [
        [redA, blueA],
        [redB, blueB],
      ],
      luma: [lumaAt(one, p), lumaAt(other, p)],
    });
  }
  if (n === 0)
    return { colourShift: 0, recoloured: 0, colourfulness: 0, hue: 1, drift: 0, scatter: 0 };
  const colourShift = Math.sqrt(dd / n);
  const colourfulness = Math.sqrt(Math.max(aa, bb) / n);
  const hasHue = Math.sqrt(Math.min(aa, bb) / n) >= COLOURLESS;
  const hue = hasHue ? ab / Math.sqrt(aa * bb) : 1;
  return {
    colourShift,
    recoloured: colourShift / Math.max(NOISE, colourfulness),
    colourfulness,
    hue,
    ...colourDrift(cells),
  };
};

const coarseColours = ({ rgb, side }: Planes): Float32Array[] =>
  rgb.map((plane) => coarsen(plane, side));

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
    ...compareColours(coarseColours(a), coarseColours(b)),
  };
};
