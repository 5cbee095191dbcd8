/** What a call to a language model took. Units: tokens, those of cached and cache-written input inside of `inputTokens`. */
export interface TokenUsage {
  inputTokens: number;
  cachedTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
}

/** A paid reply as it came, to be kept before anything else is done with it. Units: `costUsd` US dollars. */
export interface PaidReply {
  provider: string;
  /** The model that answered, which may be a dated version of the one that was asked. */
  model: string;
  requestId: string | null;
  usage: TokenUsage;
  costUsd: number;
  /** The vendor's whole body, JSON. */
  body: unknown;
}

/**
 * One kind of question to a language model that answers at once.
 *
 * Asking and reading are two steps, so that what was paid for is stored in between: a reply that is there is read
 * again, never asked for again.
 */
export interface Inquiry<Request, Answer> {
  readonly provider: string;
  readonly model: string;
  readonly effort: string;
  /** Names the wording and the schema; a new one makes new questions of old ones. */
  readonly promptVersion: string;
  /** The most that asking this is expected to cost, US dollars. */
  quoteUsd(request: Request): number;
  /** Sends exactly one request. Throws: `ProviderError`, with `outcomeUnknown` when it may be paid for all the same. */
  ask(request: Request, signal?: AbortSignal): Promise<PaidReply>;
  /** Throws: `ProviderError` `content-rejected` for a refusal, `bad-reply` for what is cut short or does not fit. */
  read(reply: PaidReply, request: Request): Answer;
}
