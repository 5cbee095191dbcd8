import type { AssetFilter } from '../stores/asset-filter';
import type { WordsIndex } from '../stores/words-index';
import { relation } from './words';

const vocabularyLimit = 50_000;
const freshMs = 3000;

/**
 * Finds assets whose words are related to the asked ones: same, inflected, synonymous, or a typo away.
 *
 * The library's own vocabulary is small, so every word of it is compared, and the index is asked for what fits.
 */
export const createWordFinder = (words: Pick<WordsIndex, 'matching' | 'vocabulary'>) => {
  let known: { words: Promise<string[]>; at: number } | undefined;
  const vocabulary = (): Promise<string[]> => {
    if (!known || Date.now() - known.at > freshMs)
      known = { words: words.vocabulary(vocabularyLimit), at: Date.now() };
    return known.words;
  };
  return {
    /** Document ids of what any of the stems relates to, most promising first. */
    async find(stems: readonly string[], filter: AssetFilter, limit: number): Promise<string[]> {
      if (stems.length === 0) return [];
      const all = await vocabulary();
      const pairs = stems.slice(1).map((stem, index) => stems[index] + stem);
      const related = all.filter((word) =>
        [...stems, ...pairs].some((stem) => relation(stem, word)),
      );
      // The asked words themselves come first: what was just brought in is not in the known vocabulary yet.
      const asked = new Set([...stems, ...pairs, ...related]);
      return words.matching([...asked].slice(0, 400), filter, limit);
    },
  };
};
export type WordFinder = ReturnType<typeof createWordFinder>;
