import { colorWords } from './color-words';
import type { Relation } from './relation';
import { alsoThings, describing, sayingLittle, wideThings } from './describing-words';
import type { ParsedSearch } from './parse-search';
import type { Answers, Vocabulary } from './vocabulary';

/** One thing asked for. Shape: `answers` are words of the library with how well they answer; `weight` what it counts in the whole. */
export interface AskedTerm {
  asked: string;
  answers: Answers;
  weight: number;
}

const modifierWeight = 0.6;
const colorWeight = 0.45;
const describingWeight = 0.45;
const littleWeight = 0.2;
const same: Relation = { kind: 'same', strength: 1 };

const isColor = (stem: string, isLast: boolean): boolean =>
  colorWords.has(stem) && !(isLast && alsoThings.has(stem));

const kindOfWord = (stem: string, isLast: boolean): number => {
  if (sayingLittle.has(stem)) return littleWeight;
  if (isColor(stem, isLast)) return colorWeight;
  if (describing.has(stem)) return describingWeight;
  return isLast ? 1 : modifierWeight;
};

const placeBeforeWide = (stem: string, index: number, last: number): number => {
  if (index === last) return modifierWeight;
  return index === last - 1 ? kindOfWord(stem, true) : kindOfWord(stem, false);
};

/** How telling a word is by its rarity in the library; of a word nobody has it is that of the rarest. */
const rarity = (count: number, documents: number): number =>
  Math.log(1 + (documents + 1) / (Math.max(1, count) + 0.5));

/** The word pair at a place that is one known word ("hair dryer" for "hairdryer"), null when it is none. */
const pairAt = (words: readonly string[], index: number, vocabulary: Vocabulary): string | null => {
  const next = words[index + 1];
  if (next === undefined) return null;
  const joined = words[index] + next;
  const answers = vocabulary.answers(joined);
  const means = [...answers.values()].some(({ kind }) =>
    ['same', 'synonym', 'kind'].includes(kind),
  );
  return means ? joined : null;
};

/** The words with pairs that are one word joined, and compounds of another language taken apart. */
const joined = (words: readonly string[], vocabulary: Vocabulary): string[] => {
  const out: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const pair = pairAt(words, index, vocabulary);
    const parts = pair ? [pair] : (vocabulary.compound(words[index]) ?? [words[index]]);
    out.push(...parts);
    if (pair) index += 1;
  }
  return out;
};

/**
 * What answers a stem. Of a word that nobody has, the two it is made of bring assets up, but only where they stand side by
 * side is it the word: a "bookshelf" is a book shelf, and a playstation no play and no station.
 */
const answersTo = (asked: string, vocabulary: Vocabulary): Answers => {
  const answers = vocabulary.answers(asked);
  if (answers.size > 0) return answers;
  const halves = vocabulary.halves(asked);
  if (halves) return new Map(halves.map((half) => [half, { kind: 'part', strength: 0 }]));
  // What was just brought in is not in the known vocabulary yet.
  return new Map([[asked, same]]);
};

/**
 * What a search asks for, each with what answers it in the library.
 *
 * Shape: the last telling word is the thing itself, the words before say which; weights are those of rarity and place.
 */
export const askedTerms = (
  { words }: Pick<ParsedSearch, 'words'>,
  vocabulary: Vocabulary,
): AskedTerm[] => {
  const stems = joined(words, vocabulary);
  const last = stems.findLastIndex((stem) => kindOfWord(stem, true) === 1);
  // Of a washing machine the washing tells more than the machine.
  const isWide = last > 0 && wideThings.has(stems[last]);
  return stems.map((asked, index) => {
    const answers = answersTo(asked, vocabulary);
    const strong = [...answers].filter(([, { strength }]) => strength >= 0.75);
    const count = vocabulary.frequency(strong.map(([word]) => word));
    const place = isWide ? placeBeforeWide(asked, index, last) : kindOfWord(asked, index === last);
    const weight = place * rarity(count, vocabulary.documents);
    return { asked, answers, weight };
  });
};
