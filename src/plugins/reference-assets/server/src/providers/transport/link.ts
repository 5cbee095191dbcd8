import type { z } from 'zod';
import { ProviderError } from '../../errors';
import type { RateLane, RateLimiter } from '../generation-ports';
import { failure, verdictOnSilence, verdictOnStatus, type Speaker, type Verdict } from './failures';
import { asJson, readText } from './read-body';
import { waitOf } from './wait';

/** How a vendor is spoken to. */
export interface LinkOptions extends Speaker {
  base: URL;
  /** The header that carries the secret; it goes to `base` and nowhere else. */
  authorization: { header: string; value: string; secret: string };
  timeoutMs: number;
  limiter: RateLimiter;
  /** What the vendor's own error says beyond its status. */
  explain?(status: number, body: unknown): Verdict | undefined;
}

/** One request. `isCreate`: it makes something that costs, so it is sent once and its outcome may stay unknown. */
export interface Call<Reply> {
  operation: string;
  lane: RateLane;
  method: 'GET' | 'POST';
  /** Below the base; begins with a slash. */
  path: string;
  headers?: Record<string, string>;
  json?: unknown;
  form?: FormData;
  isCreate?: boolean;
  reply: z.ZodType<Reply>;
  signal?: AbortSignal;
}

/** Replies are records and lists of records; none of them is as long as this. */
const longestReplyBytes = 8 * 1024 * 1024;

const bodyOf = ({ json, form }: Pick<Call<unknown>, 'json' | 'form'>) => {
  if (form) return { body: form };
  if (json === undefined) return {};
  return { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
};

/**
 * The one way to a vendor's API: one request a call, a deadline for headers and body together, no redirects, bounded
 * replies that fit their schema, the turn awaited before and a closed lane noted after.
 *
 * Throws: `ProviderError`, never naming the secret.
 */
export const createLink = (options: LinkOptions) => {
  const { base, authorization, timeoutMs, limiter } = options;
  const hide = (text: string): string => text.replaceAll(authorization.secret, '***').slice(0, 600);

  const refused = (call: Call<unknown>, response: Response, text: string): ProviderError => {
    const body = asJson(text);
    const verdict =
      options.explain?.(response.status, body) ??
      verdictOnStatus(options, response.status, {
        waitMs: waitOf(response.headers, body),
        isCreate: call.isCreate,
      });
    const requestId = response.headers.get('x-request-id') ?? undefined;
    const cause = new Error(hide(text));
    return failure(options, call.operation, verdict, { cause, requestId, isCreate: call.isCreate });
  };

  const unread = (call: Call<unknown>, cause: unknown): ProviderError =>
    failure(
      options,
      call.operation,
      {
        code: 'bad-reply',
        // What was only asked for may be asked for again; what was made must not be made again unseen.
        retryable: !call.isCreate,
        outcomeUnknown: true,
        message: `${options.title} answered in a way this version does not understand.`,
      },
      { cause, isCreate: call.isCreate },
    );

  const exchange = async <Reply>(call: Call<Reply>, signal: AbortSignal): Promise<Reply> => {
    const { body, headers } = bodyOf(call);
    const response = await fetch(`${base.href}${call.path}`, {
      method: call.method,
      redirect: 'manual',
      headers: { ...headers, ...call.headers, [authorization.header]: authorization.value },
      ...(body && { body }),
      signal,
    });
    const text = await readText(response, longestReplyBytes).catch((error: unknown) => {
      throw error instanceof RangeError ? unread(call, error) : error;
    });
    if (response.status >= 300) throw refused(call, response, text);
    const parsed = call.reply.safeParse(asJson(text));
    if (!parsed.success) throw unread(call, parsed.error);
    return parsed.data;
  };

  return {
    async send<Reply>(call: Call<Reply>): Promise<Reply> {
      await limiter.take(call.lane, call.signal);
      const deadline = AbortSignal.timeout(timeoutMs);
      const signal = call.signal ? AbortSignal.any([call.signal, deadline]) : deadline;
      try {
        return await exchange(call, signal);
      } catch (error) {
        const failed =
          error instanceof ProviderError
            ? error
            : failure(options, call.operation, verdictOnSilence(options, error, deadline.aborted), {
                cause: error,
                isCreate: call.isCreate,
              });
        if (failed.code === 'rate-limited' && failed.retryAfterMs !== undefined)
          await limiter.pause(call.lane, failed.retryAfterMs);
        throw failed;
      }
    },
  };
};
export type Link = ReturnType<typeof createLink>;
