import { wordTools } from '../../../src/plugins/reference-assets/server/src/library/words';
import { planLocally } from '../../../src/plugins/reference-assets/server/src/providers/local/planner';
import {
  createMatcher,
  type BeatChoice,
} from '../../../src/plugins/reference-assets/server/src/video/match';
import type { EvaluatedLibrary, Shelved } from '../library/open-library';
import type { Brief } from '../questions/briefs';

export const judgedRoles = ['product', 'logo', 'environment'] as const;
export type JudgedRole = (typeof judgedRoles)[number];

/** What one brief got in one role. Units: confidences 0–1. Shape: `chosen` null is "nothing suits". */
export interface Verdict {
  brief: Brief;
  role: JudgedRole;
  wanted: RegExp | null;
  chosen: Shelved | null;
  isRight: boolean;
  confidence: number;
  firstDesign: number;
}

const isRight = (wanted: RegExp | null, chosen: Shelved | null): boolean =>
  wanted === null ? chosen === null : chosen !== null && wanted.test(chosen.caption);

/** The asset that a video shows in a role: that of most beats. */
const shownIn = (choices: readonly BeatChoice[], role: JudgedRole): BeatChoice | null => {
  const filled = choices.filter(({ references }) => references[role] !== null);
  const count = (id: string): number =>
    filled.filter(({ references }) => references[role]?.asset === id).length;
  const best = [...filled].sort(
    (a, b) => count(b.references[role]?.asset ?? '') - count(a.references[role]?.asset ?? ''),
  );
  return best[0] ?? null;
};

/** Plans every brief by rules and matches it with the library; one verdict for each role that a brief says something about. */
export const matchBriefs = async (
  { pictures, libraryFor }: EvaluatedLibrary,
  briefs: readonly Brief[],
): Promise<Verdict[]> => {
  const byId = new Map(pictures.map((picture) => [picture.documentId, picture]));
  const verdicts: Verdict[] = [];
  for (const brief of briefs) {
    const spec = planLocally({ prompt: brief.prompt, durationSeconds: 15, aspectRatio: '16:9' });
    const matcher = createMatcher({ library: libraryFor({ all: true }), words: wordTools });
    const choices = await matcher.matchVideo(spec);
    for (const role of judgedRoles) {
      const wanted = brief[role];
      if (wanted === undefined) continue;
      const beat = shownIn(choices, role);
      const reference = beat?.references[role] ?? null;
      const chosen = (reference && byId.get(reference.asset)) ?? null;
      verdicts.push({
        brief,
        role,
        wanted,
        chosen,
        isRight: isRight(wanted, chosen),
        confidence: reference?.confidence ?? 0,
        firstDesign: beat?.firstDesignConfidence ?? 0,
      });
    }
  }
  return verdicts;
};
