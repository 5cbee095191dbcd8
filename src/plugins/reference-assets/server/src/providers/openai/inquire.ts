import { zodTextFormat } from 'openai/helpers/zod';
import type { ResponseInputContent } from 'openai/resources/responses/responses';
import type { z } from 'zod';
import { ProviderError } from '../../errors';
import type { Inquiry } from '../inquiry';
import type { Link } from './link';
import type { ModelChoice } from './options';
import { answerIn, openEnvelope, usageOf } from './reply';
import { costOf, type TokenRate } from './token-rates';

/** What makes one kind of question: its wording, the schema of its answer, and what becomes of the answer. */
export interface InquiryKind<Request, Schema extends z.ZodObject, Answer> {
  operation: string;
  promptVersion: string;
  instructions(request: Request): string;
  content(request: Request): ResponseInputContent[];
  /** Strict on the wire: every key required, none other allowed, limits of lists and numbers only. */
  schema(request: Request): Schema;
  settle(answer: z.output<Schema>, request: Request): Answer;
}

export interface InquirySetting {
  link: Link;
  choice: ModelChoice;
  rate: TokenRate;
  /** The day on which the vendor ends the model. */
  retiresAt?: string;
}

/** Characters a token stands for at least; texts of few letters a word take more. */
const charactersPerToken = 2.5;
/** Tokens a 32 × 32 px patch takes at most. Source: the largest documented multiplier (2.46) rounded up. */
const tokensPerPatch = 2.5;
const mostPatches = (1024 / 32) ** 2;

const inputTokensAtMost = (instructions: string, content: ResponseInputContent[]): number => {
  const text = content.reduce((sum, one) => sum + ('text' in one ? one.text.length : 0), 0);
  const images = content.filter(({ type }) => type === 'input_image').length;
  // The schema is input as well; 1500 tokens hold the largest of ours.
  return (
    Math.ceil((instructions.length + text) / charactersPerToken) +
    images * mostPatches * tokensPerPatch +
    1500
  );
};

/** Builds an {@link Inquiry} on the Responses API. */
export const createInquiry = <Request, Schema extends z.ZodObject, Answer>(
  { link, choice, rate, retiresAt }: InquirySetting,
  kind: InquiryKind<Request, Schema, Answer>,
): Inquiry<Request, Answer> => {
  const { model, effort, maxOutputTokens } = choice;
  const { operation, promptVersion } = kind;

  const quoteUsd = (request: Request): number =>
    costOf(rate, {
      inputTokens: inputTokensAtMost(kind.instructions(request), kind.content(request)),
      cachedTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: maxOutputTokens,
    });

  return {
    provider: 'openai',
    model,
    effort,
    promptVersion,
    quoteUsd,

    async ask(request, signal) {
      if (retiresAt && Date.parse(retiresAt) <= Date.now())
        throw new ProviderError(`OpenAI ended ${model} on ${retiresAt}: choose another model.`, {
          provider: 'openai',
          operation,
          code: 'bad-request',
          retryable: false,
        });
      const body = await link.send(
        operation,
        (client, within) =>
          client.responses.create(
            {
              model,
              instructions: kind.instructions(request),
              input: [{ role: 'user', content: kind.content(request) }],
              text: { format: zodTextFormat(kind.schema(request), operation.replace(/-/g, '_')) },
              reasoning: { effort },
              max_output_tokens: maxOutputTokens,
              // The price depends on the tier, and a project's own setting must not change it.
              service_tier: 'default',
              store: false,
            },
            { signal: within },
          ),
        signal,
      );
      const requestId = body?._request_id ?? null;
      const reply = openEnvelope(body, operation, requestId ?? undefined);
      const usage = usageOf(reply);
      return {
        provider: 'openai',
        model: reply.model,
        requestId,
        usage: usage ?? { inputTokens: 0, cachedTokens: 0, cacheWriteTokens: 0, outputTokens: 0 },
        // A reply that does not say what it took is taken for the dearest it can be, never for free.
        costUsd: usage ? costOf(rate, usage) : quoteUsd(request),
        body,
      };
    },

    read: (reply, request) =>
      kind.settle(answerIn(reply.body, kind.schema(request), operation), request),
  };
};
