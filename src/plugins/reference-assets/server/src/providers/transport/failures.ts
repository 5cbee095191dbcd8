import { ProviderError, type ProviderErrorDetails } from '../../errors';

/** What a vendor's reply means, in the words that callers branch on. */
export type Verdict = Omit<
  ProviderErrorDetails,
  'provider' | 'operation' | 'cause' | 'requestId'
> & {
  message: string;
};

/** Whom a failure is about, as it is named to people. */
export interface Speaker {
  provider: 'replicate' | 'google';
  /** The name people know. */
  title: string;
}

/** Causes after which no byte of a request can have arrived. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

const codesIn = (error: unknown): string[] => {
  const codes: string[] = [];
  for (let one: unknown = error, depth = 0; one && depth < 6; depth += 1) {
    const { code, errors, cause } = one as { code?: unknown; errors?: unknown; cause?: unknown };
    if (typeof code === 'string') codes.push(code);
    one = cause ?? (Array.isArray(errors) ? (errors[0] as unknown) : undefined);
  }
  return codes;
};

/** Whether a failed request cannot have reached the vendor. */
export const wasNeverSent = (error: unknown): boolean =>
  codesIn(error).some((code) => neverSent.has(code));

/**
 * What an HTTP status says about a request that the vendor answered.
 *
 * A server error says nothing about whether a create was carried out, so its outcome is unknown.
 */
export const verdictOnStatus = (
  { title }: Speaker,
  status: number,
  { waitMs, isCreate = false }: { waitMs?: number; isCreate?: boolean } = {},
): Verdict => {
  const wait = waitMs === undefined ? {} : { retryAfterMs: waitMs };
  if (status === 402)
    return {
      code: 'no-credit',
      retryable: false,
      message: `The account at ${title} has no credit left.`,
    };
  if (status === 429)
    return {
      code: 'rate-limited',
      retryable: true,
      ...wait,
      message: `${title} asks for fewer requests at the moment.`,
    };
  if (status === 401 || status === 403)
    return {
      code: 'unavailable',
      retryable: false,
      message: `${title} refused the API key or what it may do (${status}).`,
    };
  // A create that finds nothing names a model that is not there.
  if (!isCreate && (status === 404 || status === 410))
    return { code: 'expired', retryable: false, message: `${title} does not have that any more.` };
  if (status >= 500 || status === 408)
    return {
      code: 'unavailable',
      retryable: true,
      outcomeUnknown: true,
      ...wait,
      message: `${title} could not answer (${status}).`,
    };
  return {
    code: 'bad-request',
    retryable: false,
    message: `${title} did not take the request (${status}).`,
  };
};

/** What it says that no whole answer came. */
export const verdictOnSilence = (
  { title }: Speaker,
  error: unknown,
  isOverdue: boolean,
): Verdict => ({
  code: isOverdue ? 'timeout' : 'unavailable',
  retryable: true,
  outcomeUnknown: !wasNeverSent(error),
  message: isOverdue ? `${title} did not answer in time.` : `${title} could not be reached.`,
});

/** Makes the error that leaves a provider; only what creates something can have an unknown outcome. */
export const failure = (
  { provider }: Speaker,
  operation: string,
  { message, outcomeUnknown, ...verdict }: Verdict,
  more: { cause?: unknown; requestId?: string; isCreate?: boolean } = {},
): ProviderError =>
  new ProviderError(message, {
    provider,
    operation,
    ...verdict,
    outcomeUnknown: Boolean(outcomeUnknown && more.isCreate),
    ...(more.requestId && { requestId: more.requestId }),
    ...(more.cause !== undefined && { cause: more.cause }),
  });
