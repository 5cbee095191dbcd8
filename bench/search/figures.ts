/** One line of a benchmark; `ratio` is to stay at or below `limit`. */
export interface BenchLine {
  case: string;
  value: number;
  unit: string;
  reference: number;
  ratio: number;
  limit: number;
}

const short = (value: number): number => Number(value.toPrecision(4));

export const printLine = (line: BenchLine, bench = 'search'): void =>
  console.log(
    JSON.stringify({
      bench,
      ...line,
      value: short(line.value),
      reference: short(line.reference),
      ratio: short(line.ratio),
      limit: short(line.limit),
    }),
  );

/** The value that 95 % of the measurements stay below. */
export const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * 0.95))];
