import { fieldWords, type WordDocument } from './word-score';

/**
 * What stands beside the thing counts a little less than the thing ("laptop on a desk" is no furniture), and a word that
 * says which thing it is still less: a car brand logo is a logo.
 */
const besideTheThing = 0.95;
const ofTheThing = 0.88;

/** Where a word of a document counts most. */
export interface Place {
  value: number;
  label: string;
}

/** A document's words, read once for any number of searches. Shape: `words` are stems, `joined` neighbours written as one. */
export interface ReadDocument {
  words: ReadonlyMap<string, Place>;
  joined: ReadonlyMap<string, Place>;
}

const keepBest = (map: Map<string, Place>, word: string, place: Place): void => {
  const known = map.get(word);
  if (!known || place.value > known.value) map.set(word, place);
};

/** Reads a document for searches: each of its words with the place where it counts most. */
export const readDocument = (document: WordDocument): ReadDocument => {
  const words = new Map<string, Place>();
  const joined = new Map<string, Place>();
  for (const { label, weight, stems, known, main, heads, joined: pairs } of fieldWords(document)) {
    const share = (word: string): number => {
      if (main.has(word)) return 1;
      return heads.has(word) ? besideTheThing : ofTheThing;
    };
    for (const word of [...stems, ...known])
      keepBest(words, word, { value: weight * share(word), label });
    for (const pair of pairs) keepBest(joined, pair, { value: weight, label });
  }
  return { words, joined };
};
