import type { PixelFeatures } from './features';

/** A fitted multinomial logistic regression over named features. */
export interface SoftmaxModel<Kind extends string, Feature extends string = keyof PixelFeatures> {
  kinds: readonly Kind[];
  features: readonly Feature[];
  /** Mean and standard deviation of each feature where the model was fitted. */
  means: readonly number[];
  deviations: readonly number[];
  /** One row a kind: a coefficient for each standardised feature, and last the intercept. */
  weights: readonly (readonly number[])[];
  /** Divides the scores, so that a stated confidence of 0.8 is right about 8 times in 10. */
  temperature: number;
}

/** Standardised features are held within this many deviations: a strange picture must not overrule all else. */
export const CLIP_DEVIATIONS = 3;

/** Value of one feature as the model sees it. */
const standardised = (value: number, mean: number, deviation: number): number =>
  Math.max(-CLIP_DEVIATIONS, Math.min(CLIP_DEVIATIONS, (value - mean) / deviation));

const features = <K extends string, F extends string>(
  { features: names, means, deviations }: SoftmaxModel<K, F>,
  values: Record<F, number>,
): number[] => names.map((name, i) => standardised(values[name], means[i]!, deviations[i]!));

/** Probabilities, summing to 1, of scores. */
export const softmax = (scores: number[]): number[] => {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
};

/** Probability of each kind, in the model's order of kinds. */
export const probabilities = <K extends string, F extends string>(
  model: SoftmaxModel<K, F>,
  values: Record<F, number>,
): number[] => {
  const x = features(model, values);
  const score = (row: readonly number[]): number =>
    row.reduce((sum, weight, i) => sum + weight * (x[i] ?? 1), 0) / model.temperature;
  return softmax(model.weights.map(score));
};

/** What each feature adds to the score of `kind` over the mean of all kinds, by feature name. */
export const contributions = <K extends string, F extends string>(
  model: SoftmaxModel<K, F>,
  values: Record<F, number>,
  kind: K,
): Array<{ feature: F; amount: number }> => {
  const x = features(model, values);
  const own = model.weights[model.kinds.indexOf(kind)]!;
  const mean = (i: number): number =>
    model.weights.reduce((sum, row) => sum + row[i]!, 0) / model.weights.length;
  return model.features.map((feature, i) => ({ feature, amount: (own[i]! - mean(i)) * x[i]! }));
};
