/** One question put to a master and its answer. */
export interface QualityCheck {
  name: string;
  expected: string;
  actual: string;
  passed: boolean;
  /** Place of the shot it is about, from 0; without it the check is about the whole. */
  shot?: number;
}

/** Everything that was checked on a master. */
export interface QualityReport {
  passed: boolean;
  checks: QualityCheck[];
}

/** A check with its verdict. */
export const check = (
  name: string,
  expected: string,
  actual: string,
  passed: boolean,
): QualityCheck => ({ name, expected, actual, passed });

/** A check that passes when both values are the same. */
export const equal = (name: string, expected: unknown, actual: unknown): QualityCheck =>
  check(name, String(expected), String(actual ?? 'none'), expected === actual);

/** A value with a decimal and its unit; `silence` for none. */
export const decibels = (value: number, unit: string): string =>
  Number.isFinite(value) ? `${value.toFixed(1)} ${unit}` : 'silence';
