import { oklabOf, type Oklab } from '../analysis/oklab';
import type { Raster } from '../analysis/raster';

/** A studio backdrop as a smooth surface of colour over the picture. */
export interface BackdropModel {
  /** Share of the picture's border that the surface explains, 0–1. */
  plainShare: number;
  /** Spread of the explained border pixels around the surface, Oklab units. */
  spread: number;
  /** Writes the surface's colours along one row of the picture, three numbers a pixel, at any size of the picture. */
  fillRow(y: number, size: { width: number; height: number }, row: Float32Array): void;
}

const terms = 6;
const surface = (x: number, y: number): number[] => [1, x, y, x * x, x * y, y * y];

interface Sample {
  basis: number[];
  color: Oklab;
}

/** Colours within this distance of the surface belong to the backdrop. */
const belongs = 0.045;

/**
 * Fits a gently curved colour surface to the border of a picture, ignoring what stands in its way.
 *
 * Studio backdrops have gradients and vignettes, so one border colour would not do.
 */
export const fitBackdrop = (raster: Raster): BackdropModel => fitSurface(raster, ring(raster));

/** Fits the surface again, now to everything that a first flood found to be backdrop. */
export const refitBackdrop = (raster: Raster, mask: Uint8Array): BackdropModel =>
  fitSurface(raster, (x, y) => mask[y * raster.width + x] === 1);

const fitSurface = (raster: Raster, isSample: (x: number, y: number) => boolean): BackdropModel => {
  const all = samplesOf(raster, isSample);
  const middle = medianColor(all);
  let kept = all.filter(({ color }) => distance(color, middle) < 0.16);
  let weights = [flat(middle[0]), flat(middle[1]), flat(middle[2])];
  for (let round = 0; round < 3 && kept.length > all.length / 4; round++) {
    weights = [0, 1, 2].map((channel) => leastSquares(kept, channel as 0 | 1 | 2));
    kept = all.filter((sample) => residual(sample, weights) < belongs);
  }
  const square = kept.reduce((sum, sample) => sum + residual(sample, weights) ** 2, 0);
  return {
    plainShare: kept.length / all.length,
    spread: Math.sqrt(square / Math.max(1, kept.length)),
    fillRow: (y, size, row) => fillRow(weights, size.width, (2 * y) / size.height - 1, row),
  };
};

/** Along a row the surface is a parabola in x: its terms are gathered once. */
const fillRow = (weights: number[][], width: number, y: number, row: Float32Array): void => {
  for (let channel = 0; channel < 3; channel++) {
    const [one, ofX, ofY, ofXX, ofXY, ofYY] = weights[channel] as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const constant = one + ofY * y + ofYY * y * y;
    const linear = ofX + ofXY * y;
    for (let column = 0, o = channel; column < width; column++, o += 3) {
      const x = (2 * column) / width - 1;
      row[o] = constant + (linear + ofXX * x) * x;
    }
  }
};

type Chooser = (x: number, y: number) => boolean;

/** Chooses the outermost fiftieth of a picture. */
const ring = ({ width, height }: Raster): Chooser => {
  const depth = Math.max(1, Math.round(Math.min(width, height) * 0.02));
  return (x, y) => x < depth || y < depth || x >= width - depth || y >= height - depth;
};

const samplesOf = ({ data, width, height }: Raster, isSample: Chooser): Sample[] => {
  const step = Math.max(1, Math.floor((width + height) / 240));
  const samples: Sample[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if (!isSample(x, y)) continue;
      const o = (y * width + x) * 4;
      const color = oklabOf(data[o]!, data[o + 1]!, data[o + 2]!);
      samples.push({ basis: surface((2 * x) / width - 1, (2 * y) / height - 1), color });
    }
  }
  return samples;
};

const medianColor = (samples: Sample[]): Oklab => {
  const middle = (channel: 0 | 1 | 2) =>
    samples.map(({ color }) => color[channel]).sort((a, b) => a - b)[samples.length >> 1] ?? 0;
  return [middle(0), middle(1), middle(2)];
};

const flat = (value: number): number[] => [value, ...new Array<number>(terms - 1).fill(0)];

const dot = (basis: number[], weights: number[]): number =>
  basis.reduce((sum, value, index) => sum + value * weights[index]!, 0);

const valueAt = (basis: number[], weights: number[][]): Oklab => [
  dot(basis, weights[0]!),
  dot(basis, weights[1]!),
  dot(basis, weights[2]!),
];

const residual = ({ basis, color }: Sample, weights: number[][]): number =>
  distance(color, valueAt(basis, weights));

const distance = (one: Oklab, other: Oklab): number =>
  Math.sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2);

/** Normal equations with a little damping, so that an unlucky border cannot blow the surface up. */
const leastSquares = (samples: Sample[], channel: 0 | 1 | 2): number[] => {
  const rows = Array.from({ length: terms }, () => new Array<number>(terms + 1).fill(0));
  for (const { basis, color } of samples) {
    for (let i = 0; i < terms; i++) {
      for (let j = 0; j < terms; j++) rows[i]![j]! += basis[i]! * basis[j]!;
      rows[i]![terms]! += basis[i]! * color[channel];
    }
  }
  for (let i = 1; i < terms; i++) rows[i]![i]! += samples.length * 0.002;
  return solve(rows);
};

const solve = (rows: number[][]): number[] => {
  for (let i = 0; i < terms; i++) {
    const pivot = rows[i]!;
    const scale = pivot[i] || 1e-9;
    for (let other = 0; other < terms; other++) {
      if (other === i) continue;
      const factor = rows[other]![i]! / scale;
      for (let j = i; j <= terms; j++) rows[other]![j]! -= factor * pivot[j]!;
    }
  }
  return rows.map((row, i) => row[terms]! / (row[i] || 1e-9));
};
