/** A step function of one feature: what is added below the first of `at`, between them, and from the last on. */
export interface Steps {
  /** Rising values of the feature. */
  at: readonly number[];
  /** One more than there are values; 0 is what the average picture gets. */
  amounts: readonly number[];
}

/**
 * A fitted generalised additive model that tells one kind from all else: its score is a sum of one step function a feature,
 * so that what each feature says of a picture can be read off, and extreme values say no more than large ones.
 */
export interface AdditiveModel<Feature extends string> {
  /** Score of the average picture, in log odds. */
  base: number;
  steps: Readonly<Partial<Record<Feature, Steps>>>;
  /** Divides the score, so that a stated confidence of 0.8 is right about 8 times in 10. */
  temperature: number;
}

/** Number of the step that a value is on: how many of the rising places it has reached. */
export const stepOf = (at: readonly number[], value: number): number => {
  let step = 0;
  while (step < at.length && at[step]! <= value) step += 1;
  return step;
};

/** What each feature adds to the score over what it adds for the average picture, in log odds. */
export const amountsOf = <F extends string>(
  { steps }: Pick<AdditiveModel<F>, 'steps'>,
  values: Record<F, number>,
): Array<{ feature: F; amount: number }> =>
  (Object.entries(steps) as [F, Steps][]).map(([feature, one]) => ({
    feature,
    amount: one.amounts[stepOf(one.at, values[feature])]!,
  }));

/** The score of a picture, in log odds, before the temperature. */
export const scoreOf = <F extends string>(
  model: Pick<AdditiveModel<F>, 'base' | 'steps'>,
  values: Record<F, number>,
): number => amountsOf(model, values).reduce((sum, { amount }) => sum + amount, model.base);

/** How likely a picture is of the kind, 0–1. */
export const probabilityOf = <F extends string>(
  model: AdditiveModel<F>,
  values: Record<F, number>,
): number => 1 / (1 + Math.exp(-scoreOf(model, values) / model.temperature));
