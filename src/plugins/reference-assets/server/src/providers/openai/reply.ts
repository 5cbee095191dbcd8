import { z } from 'zod';
import { ProviderError } from '../../errors';
import type { TokenUsage } from '../inquiry';
import { failedReply } from './failures';

const part = z.union([
  z.object({ type: z.literal('output_text'), text: z.string() }),
  z.object({ type: z.literal('refusal'), refusal: z.string() }),
  z.object({ type: z.string() }),
]);

const tokens = z.number().int().min(0);

/** Reply of `POST /responses`, as far as it concerns us. */
const response = z.object({
  model: z.string().min(1),
  status: z.enum(['completed', 'incomplete', 'failed', 'in_progress', 'cancelled', 'queued']),
  error: z.object({ code: z.string().nullish() }).nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  output: z.array(z.object({ type: z.string(), content: z.array(part).nullish() })),
  usage: z
    .object({
      input_tokens: tokens,
      input_tokens_details: z
        .object({ cached_tokens: tokens.nullish(), cache_write_tokens: tokens.nullish() })
        .nullish(),
      output_tokens: tokens,
    })
    .nullish(),
});
export type OpenAiResponse = z.infer<typeof response>;

const refuse = (
  code: 'bad-reply' | 'content-rejected',
  operation: string,
  message: string,
): ProviderError =>
  new ProviderError(message, { provider: 'openai', operation, code, retryable: false });

/** The path of the first field that does not fit, without a word of what stood there. */
export const misfit = (error: z.ZodError): string =>
  error.issues[0]?.path.map(String).join('.') || 'its root';

/**
 * Parses a reply's envelope.
 *
 * Throws: `ProviderError`: `bad-reply` when it is none; what the reply itself calls its failure.
 */
export const openEnvelope = (
  body: unknown,
  operation: string,
  requestId?: string,
): OpenAiResponse => {
  const parsed = response.safeParse(body);
  if (!parsed.success)
    throw new ProviderError(`OpenAI's reply is not one we know, at ${misfit(parsed.error)}.`, {
      provider: 'openai',
      operation,
      code: 'bad-reply',
      retryable: false,
      outcomeUnknown: true,
      ...(requestId && { requestId }),
    });
  const { status, error } = parsed.data;
  if (status === 'failed') throw failedReply(error?.code ?? 'unknown', operation, requestId);
  return parsed.data;
};

/** What a reply says it took; null when it does not say. */
export const usageOf = ({ usage }: OpenAiResponse): TokenUsage | null =>
  usage
    ? {
        inputTokens: usage.input_tokens,
        cachedTokens: usage.input_tokens_details?.cached_tokens ?? 0,
        cacheWriteTokens: usage.input_tokens_details?.cache_write_tokens ?? 0,
        outputTokens: usage.output_tokens,
      }
    : null;

/**
 * The answer in a reply, by the schema it was asked for in.
 *
 * Throws: `ProviderError`: `content-rejected` for a refusal or a filter, `bad-reply` for an answer that is cut short,
 *         no JSON, or not of the schema.
 */
export const answerIn = <Schema extends z.ZodType>(
  body: unknown,
  schema: Schema,
  operation: string,
): z.output<Schema> => {
  const reply = openEnvelope(body, operation);
  const parts = reply.output.flatMap(({ content }) => content ?? []);
  const reason = reply.incomplete_details?.reason;
  if (parts.some((one) => 'refusal' in one) || reason === 'content_filter')
    throw refuse('content-rejected', operation, 'OpenAI declined to answer about this content.');
  if (reply.status !== 'completed')
    throw refuse(
      'bad-reply',
      operation,
      `OpenAI's answer was cut short (${reason ?? reply.status}).`,
    );
  const text = parts.flatMap((one) => ('text' in one ? one.text : [])).join('');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refuse('bad-reply', operation, "OpenAI's answer is no JSON.");
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw refuse('bad-reply', operation, `OpenAI's answer does not fit, at ${misfit(parsed.error)}.`);
};
