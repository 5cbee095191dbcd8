/** One quality figure. */
export interface EvaluationFigure {
  eval: string;
  metric: string;
  value: number;
  /** What it was measured on: pictures, searches or briefs. */
  n: number;
  /** What the figure is to be held against, measured in the same run. */
  reference?: { name: string; value: number };
}

/** A part of a whole with four places, 0 of nothing. */
export const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Number((part / whole).toFixed(4));

/** The mean with four places, 0 of nothing. */
export const mean = (values: readonly number[]): number =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );

/** Numbers 0–1 that are the same in every run. */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** A random order that is the same in every run. */
export const shuffled = <T>(list: readonly T[], random: () => number): T[] => {
  const out = [...list];
  for (let index = out.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [out[index], out[other]] = [out[other], out[index]];
  }
  return out;
};
