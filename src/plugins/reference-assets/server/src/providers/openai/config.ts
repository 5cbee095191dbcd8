import { z } from 'zod';
import { efforts } from './options';
import { knownTokenRates, rateOf, tokenRate } from './token-rates';

const optionalText = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

const choice = (effort: (typeof efforts)[number], maxOutputTokens: number) =>
  z
    .strictObject({
      model: z.string().min(1).default('gpt-6-luna'),
      effort: z.enum(efforts).default(effort),
      /** Longest answer, reasoning included; also the most an answer is quoted at. */
      maxOutputTokens: z.number().int().min(256).max(128_000).default(maxOutputTokens),
    })
    .prefault({});

/**
 * `openai` of the plugin's configuration; without `apiKey` nothing is ever sent.
 *
 * A model whose price nobody knows is refused here, before anything starts: `rates` is where its price goes.
 */
export const openAiConfig = z
  .strictObject({
    apiKey: optionalText,
    baseUrl: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
    timeoutMs: z.number().int().min(100).max(600_000).default(90_000),
    /** What looks at pictures. */
    analysis: choice('low', 3000),
    /** What plans videos and reads briefs. */
    planning: choice('medium', 16_000),
    moderationModel: z.string().min(1).default('omni-moderation-latest'),
    /** Prices by model, beside or instead of the known ones. */
    rates: z.record(z.string(), tokenRate).default({}),
  })
  .superRefine((openai, context) => {
    if (!openai.apiKey) return;
    for (const use of ['analysis', 'planning'] as const) {
      const { model } = openai[use];
      if (rateOf(model, openai.rates)) continue;
      context.addIssue({
        code: 'custom',
        path: [use, 'model'],
        message: `the price of "${model}" is not known, so nothing is bought with it; write it at openai.rates["${model}"] (inputUsd, cachedInputUsd and outputUsd per million tokens, at, source) or choose one of ${Object.keys(knownTokenRates).join(', ')}`,
      });
    }
  });
export type OpenAiConfig = z.infer<typeof openAiConfig>;
