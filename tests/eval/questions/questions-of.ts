import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { briefs, type Brief } from './briefs';
import { demoBriefs, demoQueries } from './demo-kit';
import { textQueries, type TextQuery } from './text-queries';

/** What is asked of a folder's pictures. */
export interface Questions {
  queries: readonly TextQuery[];
  briefs: readonly Brief[];
}

const pattern = z.string().transform((text, issues) => {
  try {
    return new RegExp(text);
  } catch {
    issues.addIssue({ code: 'custom', message: `"${text}" is no pattern` });
    return z.NEVER;
  }
});
const answer = pattern.nullable();

/** `questions.json` beside a folder's manifest: patterns of captions that answer, null where nothing does. */
const ownQuestions = z.object({
  queries: z.array(z.object({ ask: z.string(), wants: answer })),
  briefs: z.array(
    z.object({
      prompt: z.string(),
      product: answer.optional(),
      logo: answer.optional(),
      environment: answer.optional(),
    }),
  ),
});

/** The questions for a folder: its own where it has some, those of the drawn kit, else those of the labelled pictures. */
export const questionsOf = async (folder: string): Promise<Questions> => {
  const own = path.join(folder, 'questions.json');
  if (existsSync(own)) return ownQuestions.parse(JSON.parse(await readFile(own, 'utf8')));
  return path.basename(folder) === 'demo-kit'
    ? { queries: demoQueries, briefs: demoBriefs }
    : { queries: textQueries, briefs };
};
