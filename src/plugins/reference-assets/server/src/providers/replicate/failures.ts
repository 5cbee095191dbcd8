import type { Verdict } from '../transport/failures';

export const speaker = { provider: 'replicate', title: 'Replicate' } as const;

/**
 * What the text of a failed prediction means; the vendor has no field for it.
 *
 * Source: replicate.com/docs/reference/error-codes and messages seen of E005, PA, E9828, E8765, 2026.
 */
const rejected =
  /\bE005\b|\bNSFW\b|flagged|sensitive|safety (system|filter|checker)|content (policy|moderation)|moderat/i;
const overdue = /timed? ?out|deadline/i;
const passing =
  /\b(PA|E1000|E1001|E6716|E8765|E9828)\b|please retry|interrupted|unexpected error handling prediction|out of memory|service (is )?(temporarily )?unavailable/i;

/** What a failed prediction says of itself. */
export const verdictOnPrediction = (error: unknown): Verdict => {
  const text = typeof error === 'string' ? error : JSON.stringify(error ?? '');
  if (rejected.test(text))
    return {
      code: 'content-rejected',
      retryable: false,
      message: 'The model declined to make this from what it was given.',
    };
  if (passing.test(text))
    return { code: 'unavailable', retryable: true, message: 'Replicate dropped the job.' };
  if (overdue.test(text))
    return { code: 'timeout', retryable: true, message: 'The job took too long at Replicate.' };
  return { code: 'bad-request', retryable: false, message: 'The model could not make this.' };
};
