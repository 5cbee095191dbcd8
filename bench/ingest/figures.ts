/** Runs work and says how long it took. */
export const timed = async <T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> => {
  const started = process.hrtime.bigint();
  const result = await work();
  return { result, seconds: Number(process.hrtime.bigint() - started) / 1e9 };
};

/** The value below which a share of the values lie. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};

/** One figure: `reference` is the floor or peer of the same run, `limit` the bar for the ratio; lower is better. */
export interface Figure {
  value: number;
  reference: number;
  unit: string;
  limit: number;
}

const round = (number: number): number => Math.round(number * 1000) / 1000;

/** Prints a figure as a JSON line. */
export const print = (
  bench: string,
  name: string,
  { value, reference, unit, limit }: Figure,
): void => {
  const line = {
    bench,
    case: name,
    value: round(value),
    unit,
    reference: round(reference),
    ratio: round(value / reference),
    limit,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
