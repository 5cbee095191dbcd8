/** What can go wrong outside; the closed list that callers branch on. */
export type ProviderErrorCode =
  | 'timeout'
  | 'rate-limited'
  | 'no-credit'
  | 'content-rejected'
  | 'bad-request'
  | 'bad-reply'
  | 'expired'
  | 'unavailable';

export interface ProviderErrorDetails {
  provider: string;
  operation: string;
  code: ProviderErrorCode;
  /** Whether the same request may succeed later without anyone changing anything. */
  retryable: boolean;
  /** The vendor's own id of the request, for their support. */
  requestId?: string;
  /** How long the vendor asks to be left alone, ms. */
  retryAfterMs?: number;
  /** The request may have been carried out, and paid for, though no reply says so. */
  outcomeUnknown?: boolean;
  cause?: unknown;
}

/** A vendor, process or network failure, as it leaves the provider in which it happened. */
export class ProviderError extends Error {
  readonly provider: string;
  readonly operation: string;
  readonly code: ProviderErrorCode;
  readonly retryable: boolean;
  readonly requestId?: string;
  readonly retryAfterMs?: number;
  readonly outcomeUnknown: boolean;

  constructor(message: string, details: ProviderErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'ProviderError';
    this.provider = details.provider;
    this.operation = details.operation;
    this.code = details.code;
    this.retryable = details.retryable;
    this.requestId = details.requestId;
    this.retryAfterMs = details.retryAfterMs;
    this.outcomeUnknown = details.outcomeUnknown ?? false;
  }
}

/** A step that cannot be done as things are, said in words for people; trying again unchanged cannot help. */
export class StepFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'StepFailure';
  }
}

/** Something that cannot be done as long as something else is so; Strapi answers with 409 and the details. */
export class ConflictError extends Error {
  readonly status = 409;
  readonly expose = true;

  constructor(
    message: string,
    readonly details: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'ConflictError';
  }
}
