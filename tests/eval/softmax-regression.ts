import {
  CLIP_DEVIATIONS,
  softmax,
} from '../../src/plugins/reference-assets/server/src/media/analysis/softmax';

/** One labelled row of features. */
export interface Sample {
  x: number[];
  /** Number of its kind. */
  kind: number;
  /** How much it counts. */
  weight: number;
}

export interface Fitted {
  means: number[];
  deviations: number[];
  weights: number[][];
}

const ROUNDS = 400;

const columns = (samples: Sample[]): { means: number[]; deviations: number[] } => {
  const size = samples[0]!.x.length;
  const average = (of: (x: number[]) => number): number =>
    samples.reduce((sum, { x }) => sum + of(x), 0) / samples.length;
  const means = Array.from({ length: size }, (_, i) => average((x) => x[i]!));
  const deviations = means.map((mean, i) => Math.sqrt(average((x) => (x[i]! - mean) ** 2)) + 1e-6);
  return { means, deviations };
};

/** A row as the model sees it: standardised, clipped, and a 1 for the intercept. */
const prepare = (x: number[], means: number[], deviations: number[]): number[] => [
  ...x.map((value, i) =>
    Math.max(-CLIP_DEVIATIONS, Math.min(CLIP_DEVIATIONS, (value - means[i]!) / deviations[i]!)),
  ),
  1,
];

const dot = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += one[i]! * other[i]!;
  return sum;
};

/** Largest eigenvalue of the weighted second moments, by power iteration: bounds the step of the descent. */
const steepness = (rows: number[][], shares: number[]): number => {
  let vector = rows[0]!.map(() => 1);
  let value = 1;
  for (let round = 0; round < 50; round += 1) {
    const next = new Array<number>(vector.length).fill(0);
    rows.forEach((row, n) => {
      const scale = shares[n]! * dot(row, vector);
      for (let i = 0; i < row.length; i += 1) next[i]! += scale * row[i]!;
    });
    value = Math.sqrt(dot(next, next));
    vector = next.map((entry) => entry / value);
  }
  return value;
};

/**
 * Multinomial logistic regression with an L2 penalty (not on the intercept), by accelerated gradient descent.
 *
 * Deterministic: starts at zero and runs a fixed number of rounds.
 */
export const fitSoftmax = (samples: Sample[], kinds: number, penalty: number): Fitted => {
  const { means, deviations } = columns(samples);
  const rows = samples.map(({ x }) => prepare(x, means, deviations));
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const shares = samples.map(({ weight }) => weight / total);
  const step = 1 / (steepness(rows, shares) / 2 + penalty);
  const size = rows[0]!.length;
  let weights = Array.from({ length: kinds }, () => new Float64Array(size));
  let ahead = weights;
  let momentum = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = ahead.map((row) => row.map((w, i) => (i === size - 1 ? 0 : penalty * w)));
    rows.forEach((row, n) => {
      const p = softmax(ahead.map((w) => dot(w, row)));
      for (let k = 0; k < kinds; k += 1) {
        const error = (p[k]! - (samples[n]!.kind === k ? 1 : 0)) * shares[n]!;
        for (let i = 0; i < size; i += 1) slope[k]![i]! += error * row[i]!;
      }
    });
    const before = weights;
    weights = ahead.map((row, k) => row.map((w, i) => w - step * slope[k]![i]!));
    const next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const carry = (momentum - 1) / next;
    ahead = weights.map((row, k) => row.map((w, i) => w + carry * (w - before[k]![i]!)));
    momentum = next;
  }
  return { means, deviations, weights: weights.map((row) => Array.from(row)) };
};

/** Scores of a row, one a kind, before they are turned into probabilities. */
export const scoresOf = ({ means, deviations, weights }: Fitted, x: number[]): number[] => {
  const row = prepare(x, means, deviations);
  return weights.map((w) => dot(w, row));
};

/** Temperature at which the scores' probabilities fit what was true best, by their log loss. */
export const fitTemperature = (scores: number[][], kinds: number[]): number => {
  const loss = (temperature: number): number =>
    scores.reduce(
      (sum, row, n) => sum - Math.log(softmax(row.map((s) => s / temperature))[kinds[n]!]! + 1e-9),
      0,
    );
  const candidates = Array.from({ length: 80 }, (_, i) => 0.5 * 1.03 ** i);
  return candidates.reduce((best, t) => (loss(t) < loss(best) ? t : best));
};
