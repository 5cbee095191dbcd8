import OpenAI from 'openai';
import { ProviderError, type ProviderErrorDetails } from '../../errors';
import { retryAfterMs } from './retry-after';

type Verdict = Omit<ProviderErrorDetails, 'provider' | 'operation' | 'cause' | 'requestId'> & {
  message: string;
};

const outOfCredit = new Set([
  'insufficient_quota',
  'billing_hard_limit_reached',
  'billing_not_active',
]);
const rejected = new Set([
  'content_policy_violation',
  'image_content_policy_violation',
  'moderation_blocked',
]);
/** Causes after which no byte of the request can have arrived. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Said by what stands between us and OpenAI, which may have answered all the same. */
const unheard = new Set([408, 502, 504, 520, 522, 524]);

/** A chain of causes is followed by shape: errors of other realms are no instances of our classes. */
const codeOfCause = (error: unknown): string | undefined => {
  let one = error as { code?: unknown; cause?: unknown } | undefined | null;
  for (let depth = 0; one && depth < 5; depth += 1, one = one.cause as typeof one)
    if (typeof one.code === 'string') return one.code;
  return undefined;
};

const ofStatus = (status: number, code: string, headers: Headers | undefined): Verdict => {
  const wait = retryAfterMs(headers);
  if (outOfCredit.has(code) || status === 402)
    return {
      code: 'no-credit',
      retryable: false,
      message: 'The account at OpenAI has no credit left.',
    };
  if (rejected.has(code))
    return { code: 'content-rejected', retryable: false, message: 'OpenAI declined this content.' };
  if (status === 429)
    return {
      code: 'rate-limited',
      retryable: true,
      ...(wait !== undefined && { retryAfterMs: wait }),
      message: 'OpenAI asks for fewer requests at the moment.',
    };
  if (status === 401 || status === 403)
    return {
      code: 'unavailable',
      retryable: false,
      message: `OpenAI refused the API key or what it may do (${status}).`,
    };
  if (status >= 500 || status === 408 || status === 409)
    return {
      code: 'unavailable',
      retryable: true,
      ...(unheard.has(status) && { outcomeUnknown: true }),
      ...(wait !== undefined && { retryAfterMs: wait }),
      message: `OpenAI could not answer (${status}).`,
    };
  const what = code ? `${status}, ${code}` : String(status);
  return {
    code: 'bad-request',
    retryable: false,
    message: `OpenAI did not take the request (${what}).`,
  };
};

const unanswered = (code: 'timeout' | 'unavailable', message: string, cause: unknown): Verdict => ({
  code,
  retryable: true,
  outcomeUnknown: !neverSent.has(codeOfCause(cause) ?? ''),
  message,
});

const verdictOn = (error: unknown, isOverdue: boolean): Verdict => {
  if (isOverdue || error instanceof OpenAI.APIConnectionTimeoutError)
    return unanswered('timeout', 'OpenAI did not answer in time.', error);
  if (error instanceof OpenAI.APIUserAbortError)
    return unanswered('unavailable', 'The request to OpenAI was given up.', error);
  if (error instanceof OpenAI.APIConnectionError)
    return unanswered('unavailable', 'OpenAI could not be reached.', error);
  if (error instanceof OpenAI.APIError && typeof error.status === 'number')
    return ofStatus(error.status, error.code ?? error.type ?? '', error.headers);
  if ((error as { name?: unknown } | null)?.name === 'SyntaxError')
    return {
      code: 'bad-reply',
      retryable: false,
      outcomeUnknown: true,
      message: 'OpenAI answered with something that is no JSON.',
    };
  // A body that breaks off reaches us as undici's own error.
  return unanswered('unavailable', 'The reply of OpenAI broke off.', error);
};

/**
 * Turns whatever went wrong with a call into the one error that leaves this provider.
 *
 * `isOverdue`: our own deadline passed, however the client words it. The vendor's own text stays in `cause`.
 */
export const toProviderError = (
  error: unknown,
  operation: string,
  isOverdue = false,
): ProviderError => {
  if (error instanceof ProviderError) return error;
  const { message, ...verdict } = verdictOn(error, isOverdue);
  const requestId = error instanceof OpenAI.APIError ? error.requestID : undefined;
  return new ProviderError(message, {
    provider: 'openai',
    operation,
    ...verdict,
    ...(requestId && { requestId }),
    cause: error,
  });
};

/** Codes a reply of status `failed` may name, as HTTP statuses that mean the same. */
const statusOfCode: Record<string, number> = { rate_limit_exceeded: 429, server_error: 500 };

/** The error of a reply that says itself that it failed. */
export const failedReply = (code: string, operation: string, requestId?: string): ProviderError => {
  const { message, ...verdict } = ofStatus(statusOfCode[code] ?? 400, code, undefined);
  return new ProviderError(message, {
    provider: 'openai',
    operation,
    ...verdict,
    ...(requestId && { requestId }),
  });
};
