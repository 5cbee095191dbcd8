import type { Hit } from '../../../../shared/contracts/asset-search';
import type { Stores } from '../../stores';
import { toAsset } from '../../stores/asset-rows';
import type { WordFinder } from '../find-words';
import { scopeOf, type Viewer } from '../viewer';
import { createTextReader } from './read-texts';
import { colorWords, isDescribing, termScore, tokenize, type AskedTerm } from '../words';

type Needs = Pick<Stores, 'cards' | 'rightsRules'> & { finder: WordFinder };

const mostWords = 60;
const poolSize = 200;
const strongAnswer = 0.8;
const leastOfBest = 0.5;

/** The things a text speaks of, each once; colours and how things are do not suggest a picture. */
const thingsIn = (text: string): string[] =>
  [...new Set(tokenize(text))]
    .filter((word) => !colorWords.has(word) && !isDescribing(word) && !/^\d+$/.test(word))
    .slice(0, mostWords);

/** Whether the text speaks of the very thing a picture shows, not of a word beside it. */
const isSpokenOf = (shows: ReadonlySet<string>, terms: readonly AskedTerm[]): boolean =>
  terms.some(({ answers }) =>
    [...shows].some((head) => (answers.get(head)?.strength ?? 0) >= strongAnswer),
  );

/** Assets for a whole text, such as that of an entry being written: those whose thing the text speaks of. */
export const createSuggest = ({ cards, finder, rightsRules }: Needs) => {
  const reader = createTextReader({ cards });
  return {
    async for(text: string, limit: number, viewer: Viewer): Promise<Hit[]> {
      const rights = { is: 'usable', policy: await rightsRules() } as const;
      const filter = { scope: scopeOf(viewer), rights };
      const terms = await finder.terms(thingsIn(text));
      if (terms.length === 0) return [];
      const rows = await reader.found(await finder.candidates(terms, filter, poolSize));
      const hits = rows
        .filter((row) => isSpokenOf(row.heads, terms))
        .map((row) => ({ id: row.documentId, ...termScore(terms, row) }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      const best = hits[0]?.score ?? 0;
      const kept = hits.filter(({ score }) => score >= leastOfBest * best).slice(0, limit);
      const shown = await cards.shown(
        kept.map(({ id }) => id),
        filter.scope,
      );
      // By id: one that was removed meanwhile is not shown, and no other may get its score.
      const byId = new Map(kept.map((hit) => [hit.id, hit]));
      return shown.flatMap((row) => {
        const hit = byId.get(row.documentId);
        if (!hit) return [];
        const { score, matched: reasons } = hit;
        return { asset: toAsset(row), score: score / best, matched: { words: score }, reasons };
      });
    },
  };
};
