/** Longest wait that is believed, ms: beyond it a vendor means "not today" and a person should know. */
const longestMs = 3_600_000;

/**
 * How long a reply asks to be left alone, ms; undefined when it does not say.
 *
 * Source: `retry-after-ms` of OpenAI, `Retry-After` of RFC 9110 in seconds or as a date.
 */
export const retryAfterMs = (
  headers: Headers | undefined,
  now = Date.now(),
): number | undefined => {
  const exact = Number(headers?.get('retry-after-ms') ?? NaN);
  const said = headers?.get('retry-after') ?? '';
  const waits = [exact, said === '' ? NaN : Number(said) * 1000, Date.parse(said) - now];
  const wait = waits.find((one) => Number.isFinite(one) && one >= 0);
  return wait === undefined ? undefined : Math.min(longestMs, Math.ceil(wait));
};
