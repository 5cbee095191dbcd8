/** Whether a part of a benchmark is measured: `BENCH_PART` names one of them, for machines on which nothing may run long; else all. */
export const measures = (part: string): boolean =>
  [undefined, '', part].includes(process.env.BENCH_PART);
