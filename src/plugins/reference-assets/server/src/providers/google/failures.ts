import { verdictOnStatus, type Verdict } from '../transport/failures';
import { waitOf } from '../transport/wait';
import { errorReply } from './wire';

export const speaker = { provider: 'google', title: 'Google' } as const;

const declined: Verdict = {
  code: 'content-rejected',
  retryable: false,
  message: 'The model declined to make this from what it was given.',
};
const noCredit: Verdict = {
  code: 'no-credit',
  retryable: false,
  message: 'The account at Google has no quota left.',
};

/** The vendor names these in prose only. */
const rejected = /safety|blocked|prohibited|responsible ai|usage guidelines|violat|policy/i;

/** Whether the limit that was hit is one of a whole day, which waiting a minute does not lift. */
const isDailyQuota = (details: readonly object[]): boolean =>
  /PerDay/i.test(JSON.stringify(details));

/**
 * What an error reply says beyond its status; undefined where the status says it all.
 *
 * Source: google.rpc.Status with ErrorInfo, QuotaFailure and RetryInfo as the Gemini API sends them.
 */
export const explain = (status: number, body: unknown): Verdict | undefined => {
  const parsed = errorReply.safeParse(body);
  if (!parsed.success) return undefined;
  const { message, details } = parsed.data.error;
  const said = JSON.stringify(details ?? []);
  if (status === 429)
    return isDailyQuota(details ?? [])
      ? noCredit
      : verdictOnStatus(speaker, 429, { waitMs: waitOf(new Headers(), body) });
  if (status === 400 && /API_KEY_(INVALID|EXPIRED)/.test(said))
    return verdictOnStatus(speaker, 401);
  if (status === 400 && parsed.data.error.status === 'FAILED_PRECONDITION') return noCredit;
  if (status === 400 && rejected.test(message ?? '')) return declined;
  return undefined;
};

/** What a failed operation says. Source: google.rpc.Code. */
export const verdictOnOperation = (code: number, message: string): Verdict => {
  if (rejected.test(message)) return declined;
  if (code === 8)
    return { code: 'rate-limited', retryable: true, message: 'Google had no room for the job.' };
  if (code === 4)
    return { code: 'timeout', retryable: true, message: 'The job took too long at Google.' };
  if ([2, 10, 13, 14].includes(code))
    return { code: 'unavailable', retryable: true, message: 'Google dropped the job.' };
  return { code: 'bad-request', retryable: false, message: 'The model could not make this.' };
};

/** Done without a video: the safety filter took it. */
export const filtered = declined;
