import OpenAI from 'openai';
import { ProviderError } from '../../errors';
import { toProviderError } from './failures';
import { apiBase } from '../transport/base-url';
import type { OpenAiOptions } from './options';

const standardBase = 'https://api.openai.com/v1';

/** A wait this short is sat out; a longer one is the caller's to plan. */
const patienceMs = 20_000;
/** How long a refusal for too many requests counts that names no time. */
const unnamedMs = 1000;

/**
 * The one way to OpenAI: no retries of the client's own (each could be paid for), nothing logged, one deadline for
 * headers and body, and a pause for all calls once one was told to slow down.
 *
 * Throws: `ProviderError` from `send`.
 */
export const createLink = ({
  apiKey,
  baseUrl,
  timeoutMs,
}: Pick<OpenAiOptions, 'apiKey' | 'baseUrl' | 'timeoutMs'>) => {
  const client = new OpenAI({
    apiKey,
    baseURL: apiBase(baseUrl, standardBase).href,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    // Else the client would read them from the environment.
    organization: null,
    project: null,
  });
  let closedUntil = 0;

  const waitTurn = async (operation: string): Promise<void> => {
    const waitMs = closedUntil - Date.now();
    if (waitMs <= 0) return;
    if (waitMs > patienceMs)
      throw new ProviderError('OpenAI asks for fewer requests at the moment.', {
        provider: 'openai',
        operation,
        code: 'rate-limited',
        retryable: true,
        retryAfterMs: waitMs,
      });
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  };

  return {
    /** Makes one request; `call` must hand the given signal to the client. */
    async send<Reply>(
      operation: string,
      call: (client: OpenAI, signal: AbortSignal) => Promise<Reply>,
      signal?: AbortSignal,
    ): Promise<Reply> {
      await waitTurn(operation);
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        return await call(client, signal ? AbortSignal.any([signal, deadline]) : deadline);
      } catch (error) {
        const failure = toProviderError(error, operation, deadline.aborted);
        if (failure.code === 'rate-limited')
          closedUntil = Math.max(closedUntil, Date.now() + (failure.retryAfterMs ?? unnamedMs));
        throw failure;
      }
    },
  };
};
export type Link = ReturnType<typeof createLink>;
