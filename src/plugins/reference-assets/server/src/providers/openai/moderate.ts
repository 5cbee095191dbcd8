import { z } from 'zod';
import { ProviderError } from '../../errors';
import type { ModerationRequest, Moderator } from '../language-ports';
import type { Link } from './link';
import { misfit } from './reply';

/** Reply of `POST /moderations`, as far as it concerns us. */
const moderation = z.object({
  results: z
    .array(
      z.object({
        flagged: z.boolean(),
        categories: z.record(z.string(), z.boolean().nullable()),
        category_scores: z.record(z.string(), z.number()),
      }),
    )
    .min(1),
});

const operation = 'moderate';

const inputOf = ({ text, images }: ModerationRequest) => [
  ...(text.trim() === '' ? [] : [{ type: 'text' as const, text }]),
  ...images.map(({ bytes, mime }) => ({
    type: 'image_url' as const,
    image_url: { url: `data:${mime};base64,${Buffer.from(bytes).toString('base64')}` },
  })),
];

/** Checks a brief and its pictures before anything is made of them. Nothing to check is nothing flagged. */
export const createModerator = (link: Link, model: string): Moderator => ({
  async moderate(request, signal) {
    const input = inputOf(request);
    if (input.length === 0) return { flagged: false, categories: [] };
    const body: unknown = await link.send(
      operation,
      (client, within) => client.moderations.create({ model, input }, { signal: within }),
      signal,
    );
    const parsed = moderation.safeParse(body);
    if (!parsed.success)
      throw new ProviderError(`OpenAI's verdict is not one we know, at ${misfit(parsed.error)}.`, {
        provider: 'openai',
        operation,
        code: 'bad-reply',
        retryable: true,
      });
    const scores = new Map<string, number>();
    for (const { categories, category_scores: known } of parsed.data.results)
      for (const [name, holds] of Object.entries(categories))
        if (holds) scores.set(name, Math.max(known[name] ?? 0, scores.get(name) ?? 0));
    return {
      flagged: parsed.data.results.some(({ flagged }) => flagged),
      categories: [...scores].sort(([, a], [, b]) => b - a).map(([name]) => name),
    };
  },
});
