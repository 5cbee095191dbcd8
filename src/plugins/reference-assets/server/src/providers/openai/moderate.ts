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
        category_scores: z.record(z.string(), z.number().nullable()).default({}),
      }),
    )
    .min(1),
});

const operation = 'moderate';

/** The endpoint takes one picture a request; the words go along with the first. */
const inputsOf = ({ text, images }: ModerationRequest) => {
  const words = text.trim() === '' ? [] : [{ type: 'text' as const, text }];
  const pictures = images.map(({ bytes, mime }) => ({
    type: 'image_url' as const,
    image_url: { url: `data:${mime};base64,${Buffer.from(bytes).toString('base64')}` },
  }));
  if (pictures.length === 0) return words.length > 0 ? [words] : [];
  return pictures.map((picture, at) => (at === 0 ? [...words, picture] : [picture]));
};

type Input = ReturnType<typeof inputsOf>[number];

/** The results of one request. Throws: `ProviderError`. */
const resultsOf = async (
  link: Link,
  model: string,
  input: Input,
  signal: AbortSignal | undefined,
) => {
  const body: unknown = await link.send(
    operation,
    (client, within) => client.moderations.create({ model, input }, { signal: within }),
    signal,
  );
  const parsed = moderation.safeParse(body);
  if (parsed.success) return parsed.data.results;
  throw new ProviderError(`OpenAI's verdict is not one we know, at ${misfit(parsed.error)}.`, {
    provider: 'openai',
    operation,
    code: 'bad-reply',
    retryable: true,
  });
};

/** Checks a brief and its pictures before anything is made of them. Nothing to check is nothing flagged. */
export const createModerator = (link: Link, model: string): Moderator => ({
  provider: 'openai',
  async moderate(request, signal) {
    const results = [];
    for (const input of inputsOf(request))
      results.push(...(await resultsOf(link, model, input, signal)));
    const scores = new Map<string, number>();
    for (const { categories, category_scores: known } of results)
      for (const [name, holds] of Object.entries(categories))
        if (holds) scores.set(name, Math.max(known[name] ?? 0, scores.get(name) ?? 0));
    return {
      flagged: results.some(({ flagged }) => flagged),
      categories: [...scores].sort(([, a], [, b]) => b - a).map(([name]) => name),
    };
  },
});
