/** Longest wait that is believed, ms: a vendor that says more means "not today", and a person should know. */
const longestMs = 3_600_000;

const inSeconds = (value: unknown): number => {
  if (typeof value === 'number') return value * 1000;
  if (typeof value === 'string' && /^\d+(\.\d+)?s?$/.test(value)) return parseFloat(value) * 1000;
  return NaN;
};

/** Google's `RetryInfo` among the details of an error. */
const retryDelay = (body: unknown): unknown => {
  const details = (body as { error?: { details?: unknown } } | null)?.error?.details;
  if (!Array.isArray(details)) return undefined;
  return details.map((one: { retryDelay?: unknown }) => one?.retryDelay).find((one) => one);
};

/**
 * How long a vendor asks to be left alone, ms; undefined when it does not say.
 *
 * What the body says counts more than the header: Replicate's `retry_after` (s), Google's `retryDelay` (`34s`), then
 * `Retry-After` in seconds or as a date (RFC 9110).
 */
export const waitOf = (headers: Headers, body: unknown, now = Date.now()): number | undefined => {
  const header = headers.get('retry-after') ?? '';
  const waits = [
    inSeconds((body as { retry_after?: unknown } | null)?.retry_after),
    inSeconds(retryDelay(body)),
    inSeconds(header),
    Date.parse(header) - now,
  ];
  const wait = waits.find((one) => Number.isFinite(one) && one >= 0);
  return wait === undefined ? undefined : Math.min(longestMs, Math.ceil(wait));
};
