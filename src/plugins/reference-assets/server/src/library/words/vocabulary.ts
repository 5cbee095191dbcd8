import { endsInIt, relation, type Relation } from './relation';
import {
  createKindIndex,
  isKnownWord,
  isOwnWord,
  kindsFor,
  otherNamesFor,
  synonymsOf,
  topicsFor,
} from './synonyms';

/** The library's own words with the number of assets that have them. */
export interface VocabularyEntry {
  word: string;
  count: number;
}

/** Words of the library that answer an asked stem, and how well each does. */
export type Answers = ReadonlyMap<string, Relation>;

const synonymStrength = 0.9;
const kindStrength = 0.8;
const otherNameStrength = 0.85;
const nounKindStrength = 0.72;
const topicStrength = 0.6;
const typoStrength = 0.65;
const shortestBeginning = 3;
/** From this length on a noun that nobody has here may also be one half-typed: "volley" of "volleyball". */
const shortestBeginningOfNoun = 5;
const shortestPart = 5;
const shortestTwoTypos = 8;
const shortestCompound = 8;
const mostRemembered = 2000;

/** Stems that may differ by a last e are looked up both ways. */
const spellings = (stem: string): string[] => [
  stem,
  `${stem}e`,
  ...(stem.endsWith('e') ? [stem.slice(0, -1)] : []),
];

/** Edits (insertion, deletion, replacement, swap of neighbours) between two words, counted up to 3. */
export const editDistance = (a: string, b: string): number => {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return Math.min(3, last[b.length]);
};

/**
 * Finds the words of a library that answer an asked one: the same, inflected or synonymous, a kind of it, a compound that
 * ends in it. Only what is no word of its own is taken for the beginning of one or for a misspelt one.
 *
 * Shape: answers are remembered; a library that grew gets a new vocabulary, with `entries` of the old one and what came.
 */
export const createVocabulary = (entries: readonly VocabularyEntry[], documents: number) => {
  const counts = new Map(entries.map(({ word, count }) => [word, count]));
  const sorted = entries.map(({ word }) => word).sort();
  const remembered = new Map<string, Answers>();
  let kindIndex: ReturnType<typeof createKindIndex> | undefined;
  const nounKinds = (stem: string): string[] =>
    (kindIndex ??= createKindIndex(counts.keys())).kindsOf(stem);

  const present = (stems: readonly string[]): string[] =>
    stems.flatMap(spellings).filter((word) => counts.has(word));

  const beginningWith = (stem: string): string[] => {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sorted[middle] < stem) from = middle + 1;
      else to = middle;
    }
    const found: string[] = [];
    while (from < sorted.length && sorted[from].startsWith(stem)) found.push(sorted[from++]);
    return found;
  };

  const misspelt = (stem: string): string[] => {
    if (stem.length < 5 || /\d/.test(stem)) return [];
    const allowed = stem.length >= shortestTwoTypos ? 2 : 1;
    let best = allowed;
    let found: string[] = [];
    for (const word of sorted) {
      if (word[0] !== stem[0] || Math.abs(word.length - stem.length) > allowed) continue;
      const edits = editDistance(stem, word);
      if (edits > best) continue;
      if (edits < best) found = [];
      best = edits;
      found.push(word);
    }
    return found;
  };

  const look = (stem: string): Answers => {
    const answers = new Map<string, Relation>();
    const add = (words: string[], kind: Relation['kind'], strength: number): void =>
      words.forEach((word) => {
        if (strength > (answers.get(word)?.strength ?? 0)) answers.set(word, { kind, strength });
      });
    add(present([stem]), 'same', 1);
    add(present(synonymsOf(stem)), 'synonym', synonymStrength);
    add(present(kindsFor(stem)), 'kind', kindStrength);
    add(present(otherNamesFor(stem)), 'synonym', otherNameStrength);
    add(nounKinds(stem), 'kind', nounKindStrength);
    add(present(topicsFor(stem)), 'topic', topicStrength);
    if (stem.length >= shortestPart)
      for (const word of sorted) {
        const part = endsInIt(stem, word);
        if (part) add([word], 'part', part.strength);
      }
    if (answers.size > 0 || isOwnWord(stem)) return answers;
    const isOther = isKnownWord(stem);
    if (stem.length >= (isOther ? shortestBeginningOfNoun : shortestBeginning))
      for (const word of beginningWith(stem)) {
        const begun = relation(stem, word);
        if (begun) add([word], begun.kind, begun.strength);
      }
    if (answers.size === 0 && !isOther) add(misspelt(stem), 'typo', typoStrength);
    return answers;
  };

  return {
    documents,
    entries,
    knows: (word: string): boolean => counts.has(word),

    /** The words that answer a stem. */
    answers(stem: string): Answers {
      const known = remembered.get(stem);
      if (known) return known;
      const answers = look(stem);
      if (remembered.size >= mostRemembered)
        remembered.delete(remembered.keys().next().value as string);
      remembered.set(stem, answers);
      return answers;
    },

    /** In how many assets any of the words occurs, at most. */
    frequency: (words: Iterable<string>): number =>
      Math.min(
        documents,
        [...words].reduce((sum, word) => sum + (counts.get(word) ?? 0), 0),
      ),

    /** The two words of another language that a compound is made of ("laufschuh"), both of which mean something here. */
    compound(stem: string): [string, string] | null {
      if (stem.length < shortestCompound || this.answers(stem).size > 0) return null;
      const means = (half: string): boolean => present(synonymsOf(half)).length > 0;
      for (let at = shortestPart - 1; at <= stem.length - shortestPart + 1; at += 1) {
        const halves: [string, string] = [stem.slice(0, at), stem.slice(at)];
        if (halves.every((half) => present([half]).length === 0 && means(half))) return halves;
      }
      return null;
    },

    /** The two known words that a word nobody knows is made of ("hairdryer" of "hair dryer"); null when there are none. */
    halves(stem: string): [string, string] | null {
      for (let at = 3; at <= stem.length - 3; at += 1) {
        const [first] = present([stem.slice(0, at)]);
        const [second] = present([stem.slice(at)]);
        if (first && second) return [first, second];
      }
      return null;
    },
  };
};
export type Vocabulary = ReturnType<typeof createVocabulary>;
