import {
  stepOf,
  type Steps,
} from '../../src/plugins/reference-assets/server/src/media/analysis/additive';
import { createRandom } from './figures';

/** One labelled row of features. */
export interface Example {
  x: readonly number[];
  isOfKind: boolean;
  /** How much it counts. */
  weight: number;
}

export interface FittedSteps {
  base: number;
  /** One a feature, in the order of the rows. */
  steps: Steps[];
}

// Chosen on pictures by sources that the model had not seen; half or double of each changed little.
const ROUNDS = 300;
const RATE = 0.1;
const PENALTY = 5;
const BINS = 24;
const ROW_SHARE = 0.7;
const COLUMN_SHARE = 0.5;
const LEAST_WEIGHT = 5;
const SEEDS = [1, 2, 3];

/** Values that cut a column into parts of about one size; equal ones count once. */
const cutsOf = (column: readonly number[]): number[] => {
  const sorted = [...column].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;
  return [...new Set(Array.from({ length: BINS - 1 }, (_, i) => at((i + 1) / BINS)))];
};

interface Table {
  /** Of every row the bin it falls into, one array a feature. */
  bins: Uint8Array[];
  sizes: number[];
  isOfKind: Uint8Array;
  weights: Float64Array;
}

interface Split {
  gain: number;
  feature: number;
  /** The last bin of the lower side. */
  bin: number;
  below: number;
  above: number;
}

/** Slope and curvature of the log loss in each row, at the present scores; 0 where the round looks away. */
const descent = ({ isOfKind, weights }: Table, scores: Float64Array, random: () => number) => {
  const slope = new Float64Array(scores.length);
  const curve = new Float64Array(scores.length);
  for (let row = 0; row < scores.length; row += 1) {
    if (random() >= ROW_SHARE) continue;
    const p = 1 / (1 + Math.exp(-scores[row]!));
    slope[row] = weights[row]! * (p - isOfKind[row]!);
    curve[row] = weights[row]! * p * (1 - p);
  }
  return { slope, curve };
};

/** The best place to split one feature in two, undefined where none helps. */
const splitOf = (
  { bins, sizes }: Table,
  feature: number,
  { slope, curve }: ReturnType<typeof descent>,
): Split | undefined => {
  const slopes = new Float64Array(sizes[feature]!);
  const curves = new Float64Array(sizes[feature]!);
  const column = bins[feature]!;
  for (let row = 0; row < column.length; row += 1) {
    slopes[column[row]!]! += slope[row]!;
    curves[column[row]!]! += curve[row]!;
  }
  const allSlope = slopes.reduce((a, b) => a + b, 0);
  const allCurve = curves.reduce((a, b) => a + b, 0);
  const worth = (s: number, c: number): number => s ** 2 / (c + PENALTY);
  let best: Split | undefined;
  let s = 0;
  let c = 0;
  for (let bin = 0; bin < sizes[feature]! - 1; bin += 1) {
    s += slopes[bin]!;
    c += curves[bin]!;
    if (c < LEAST_WEIGHT || allCurve - c < LEAST_WEIGHT) continue;
    const gain = worth(s, c) + worth(allSlope - s, allCurve - c) - worth(allSlope, allCurve);
    if (gain <= (best?.gain ?? 0)) continue;
    const below = (-s / (c + PENALTY)) * RATE;
    const above = (-(allSlope - s) / (allCurve - c + PENALTY)) * RATE;
    best = { gain, feature, bin, below, above };
  }
  return best;
};

/** Amounts by feature and bin after all rounds, and the score they start from. */
const boost = (table: Table, random: () => number): { base: number; amounts: Float64Array[] } => {
  const total = table.weights.reduce((a, b) => a + b, 0);
  const ofKind = table.weights.reduce((sum, weight, row) => sum + weight * table.isOfKind[row]!, 0);
  const base = Math.log(ofKind / (total - ofKind));
  const scores = new Float64Array(table.weights.length).fill(base);
  const amounts = table.sizes.map((size) => new Float64Array(size));
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = descent(table, scores, random);
    const splits = table.sizes.flatMap((_, feature) =>
      random() < COLUMN_SHARE ? (splitOf(table, feature, now) ?? []) : [],
    );
    if (splits.length === 0) continue;
    const { feature, bin, below, above } = splits.reduce((a, b) => (b.gain > a.gain ? b : a));
    amounts[feature]!.forEach((_, i, own) => (own[i]! += i <= bin ? below : above));
    const column = table.bins[feature]!;
    for (let row = 0; row < column.length; row += 1)
      scores[row]! += column[row]! <= bin ? below : above;
  }
  return { base, amounts };
};

/** Neighbouring steps of one height become one. */
const joined = (cuts: readonly number[], amounts: readonly number[]): Steps => {
  const isCut = cuts.map((_, i) => amounts[i] !== amounts[i + 1]);
  return {
    at: cuts.filter((_, i) => isCut[i]),
    amounts: amounts.filter((_, i) => i === 0 || isCut[i - 1]),
  };
};

/**
 * A generalised additive model by gradient boosting of decision stumps on the log loss: every round splits the one feature in two
 * that helps most, on a part of the rows and features. Deterministic: random numbers come from fixed seeds, whose fits are averaged.
 */
export const fitSteps = (examples: readonly Example[]): FittedSteps => {
  const cuts = examples[0]!.x.map((_, i) => cutsOf(examples.map(({ x }) => x[i]!)));
  const mean = examples.reduce((sum, { weight }) => sum + weight, 0) / examples.length;
  const table: Table = {
    bins: cuts.map((own, i) => Uint8Array.from(examples, ({ x }) => stepOf(own, x[i]!))),
    sizes: cuts.map((own) => own.length + 1),
    isOfKind: Uint8Array.from(examples, ({ isOfKind }) => Number(isOfKind)),
    weights: Float64Array.from(examples, ({ weight }) => weight / mean),
  };
  const fits = SEEDS.map((seed) => boost(table, createRandom(seed)));
  let { base } = fits[0]!;
  const steps = cuts.map((own, feature) => {
    const amounts = Array.from({ length: own.length + 1 }, (_, bin) =>
      fits.reduce((sum, fit) => sum + fit.amounts[feature]![bin]! / fits.length, 0),
    );
    const weighed = (sum: number, bin: number, row: number): number =>
      sum + table.weights[row]! * amounts[bin]!;
    const average = table.bins[feature]!.reduce(weighed, 0) / examples.length;
    base += average;
    return joined(
      own,
      amounts.map((amount) => amount - average),
    );
  });
  return { base, steps };
};
