import { createHash } from 'node:crypto';

/** Hash of everything a step is made from: equal input, equal hash; key order does not matter. */
export const inputHash = (input: unknown): string => {
  const ordered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(ordered);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value as Record<string, unknown>).sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    return Object.fromEntries(entries.map(([key, one]) => [key, ordered(one)]));
  };
  return createHash('sha256')
    .update(JSON.stringify(ordered(input)))
    .digest('hex');
};
