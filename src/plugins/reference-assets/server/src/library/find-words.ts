import type { AssetFilter } from '../stores/asset-filter';
import type { VersionedId } from '../stores/text-version';
import type { WordsIndex } from '../stores/words-index';
import { createKnownWords, type VocabularyIndex } from './known-words';
import { askedTerms, type AskedTerm } from './words';

type Index = VocabularyIndex & Pick<WordsIndex, 'matching'>;

/** Assets that may be looked through when any word is enough; with more, those that answer all words come first. */
const cheapAssets = 4000;
const mostAnswers = 200;
const enoughShare = 0.6;

/**
 * Finds assets whose words are related to the asked ones: same, inflected, synonymous, of a kind, or a typo away.
 *
 * The library's own vocabulary is small and cached; the database is asked for what fits, never for every asset.
 */
export const createWordFinder = (index: Index) => {
  const vocabulary = createKnownWords(index);

  const groupsOf = (terms: readonly AskedTerm[]) =>
    terms.map(({ answers, weight }) => ({
      words: [...answers.keys()].slice(0, mostAnswers),
      weight,
    }));

  /** The heaviest terms that together make up enough of the whole. */
  const enoughOf = (terms: readonly AskedTerm[]): AskedTerm[] => {
    const heaviest = [...terms].sort((a, b) => b.weight - a.weight);
    const total = terms.reduce((sum, { weight }) => sum + weight, 0);
    let sum = 0;
    return heaviest.filter(({ weight }) => {
      const isNeeded = sum < enoughShare * total;
      sum += weight;
      return isNeeded;
    });
  };

  const candidates = async (
    terms: readonly AskedTerm[],
    filter: AssetFilter,
    limit: number,
  ): Promise<VersionedId[]> => {
    const known = await vocabulary();
    const any = () => index.matching(groupsOf(terms), filter, { limit, all: false });
    const assets = terms.reduce((sum, { answers }) => sum + known.frequency(answers.keys()), 0);
    if (terms.length === 1 || assets <= cheapAssets) return any();
    const strict = await index.matching(groupsOf(terms), filter, { limit, all: true });
    if (strict.length >= limit) return strict;
    const most = groupsOf(enoughOf(terms));
    const looser = await index.matching(most, filter, { limit, all: true });
    const byId = new Map([...strict, ...looser].map((one) => [one.documentId, one]));
    const found = [...byId.values()].slice(0, limit);
    return found.length > 0 ? found : any();
  };

  return {
    /** What the words of a search ask for, in the words of this library. */
    async terms(words: readonly string[]): Promise<AskedTerm[]> {
      if (words.length === 0) return [];
      const known = await vocabulary();
      return askedTerms({ words: [...words] }, known);
    },

    /** Assets that may answer terms, most promising first. */
    candidates,

    /** Document ids of what any of the stems relates to, most promising first. */
    async find(stems: readonly string[], filter: AssetFilter, limit: number): Promise<string[]> {
      if (stems.length === 0) return [];
      const found = await candidates(await this.terms(stems), filter, limit);
      return found.map(({ documentId }) => documentId);
    },
  };
};
export type WordFinder = ReturnType<typeof createWordFinder>;
