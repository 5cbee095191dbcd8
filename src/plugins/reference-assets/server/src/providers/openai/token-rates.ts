import { z } from 'zod';
import type { TokenUsage } from '../inquiry';

/** What a model's tokens cost. Units: US dollars per million tokens; `at` is the day the price was read. */
export const tokenRate = z.strictObject({
  inputUsd: z.number().min(0),
  cachedInputUsd: z.number().min(0),
  /** Factor on the input price for tokens written to the vendor's cache. */
  cacheWriteFactor: z.number().min(0).default(1.25),
  outputUsd: z.number().min(0),
  /** The day its vendor ends it, where that is known. */
  retiresAt: z.iso.date().optional(),
  at: z.iso.date(),
  source: z.string().min(1),
});
export type TokenRate = z.infer<typeof tokenRate>;

const row = (
  [inputUsd, cachedInputUsd, outputUsd]: [number, number, number],
  at: string,
  source: string,
): TokenRate => ({ inputUsd, cachedInputUsd, outputUsd, cacheWriteFactor: 1.25, at, source });

/** Prices known without configuration; a configuration adds rows or replaces them. */
export const knownTokenRates: Readonly<Record<string, TokenRate>> = {
  'gpt-6-luna': row([0.1, 0.01, 0.5], '2026-09-22', 'vercel.com/ai-gateway/models/gpt-6-luna'),
  'gpt-6.1-terra': row([1, 0.05, 5], '2026-10-27', 'docs.apiyi.com, launch of gpt-6.1-terra'),
  'gpt-6-sol': row([2, 0.2, 10], '2026-09-22', 'codexometer v0.18.4'),
  'gpt-6-astra': row([10, 1, 50], '2026-10-27', 'PromptFuel v1.0.19'),
  'gpt-5.6-luna': row([0.2, 0.02, 1.2], '2026-11-22', 'developers.openai.com, gpt-5.6-luna'),
  'gpt-5.6-terra': row([2, 0.2, 12], '2026-11-22', 'developers.openai.com, gpt-5.6-luna'),
  'gpt-5.4-mini': row([0.75, 0.075, 4.5], '2026-11-22', 'openrouter.ai/openai/gpt-5.4-mini'),
};

const dated = /-\d{4}-\d{2}-\d{2}$/;

/** The price of a model, or of the model a dated version is of; undefined when nobody knows it. */
export const rateOf = (
  model: string,
  own: Readonly<Record<string, TokenRate>> = {},
): TokenRate | undefined => {
  const rates = { ...knownTokenRates, ...own };
  return rates[model] ?? rates[model.replace(dated, '')];
};

/** Price of what a call took, US dollars. Source: OpenAI's usage fields, reasoning being part of the output. */
export const costOf = (rate: TokenRate, usage: TokenUsage): number => {
  const { inputTokens, cachedTokens, cacheWriteTokens, outputTokens } = usage;
  const fresh = Math.max(0, inputTokens - cachedTokens - cacheWriteTokens);
  const input =
    fresh * rate.inputUsd +
    cachedTokens * rate.cachedInputUsd +
    cacheWriteTokens * rate.inputUsd * rate.cacheWriteFactor;
  return (input + outputTokens * rate.outputUsd) / 1e6;
};
