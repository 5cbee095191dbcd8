import { kindLines, topicLines } from './kinds';
import { stem } from './stem';
import { synonymGroups } from './synonym-groups';
import { isNoun, nameOneThing, otherNamesOf, setOf, setsAbove } from './wordnet';

/** "schuhe" and "schuh", "hike" and "hik(ing)": a last e makes no difference. */
const key = (stemmed: string): string => (stemmed.endsWith('e') ? stemmed.slice(0, -1) : stemmed);

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
const stems = (words: string): string[] =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => key(stem(word)));

const groupsOf = new Map<string, Set<number>>();
lines(synonymGroups).forEach((line, group) => {
  for (const word of stems(line)) {
    groupsOf.set(word, (groupsOf.get(word) ?? new Set()).add(group));
  }
});

const membersOf = (text: string): Map<string, Set<string>> =>
  new Map(
    lines(text).map((line) => {
      const [general, special] = line.split(':');
      return [stems(general)[0], new Set(stems(special))] as const;
    }),
  );
const kindsOf = membersOf(kindLines);
const topicsOf = membersOf(topicLines);

const wordsOfGroup = lines(synonymGroups).map(stems);
const known = new Set([
  ...groupsOf.keys(),
  ...[...kindsOf, ...topicsOf].flatMap(([general, special]) => [general, ...special]),
]);

/** Whether a stem is a word of its own, so that it is not taken for a misspelt other one. */
export const isKnownWord = (stemmed: string): boolean => known.has(key(stemmed)) || isNoun(stemmed);

/** Whether a stem is a word that people search by, so that it is not taken for a half-typed other one. */
export const isOwnWord = (stemmed: string): boolean => known.has(key(stemmed));

/** Stems that by WordNet name the same thing as a stem. */
export const otherNamesFor = (stemmed: string): string[] => otherNamesOf(stemmed);

/**
 * Finds stems of a vocabulary by what they are a kind of.
 *
 * Shape: an index from each set of nouns to the stems below it, made of the words that are there and not of all that exist.
 */
export const createKindIndex = (words: Iterable<string>) => {
  const below = new Map<number, string[]>();
  for (const word of words)
    for (const set of setsAbove(word)) {
      const list = below.get(set);
      if (list) list.push(word);
      else below.set(set, [word]);
    }
  return {
    /** Stems that name a kind of what a stem names. */
    kindsOf(stemmed: string): string[] {
      const set = setOf(stemmed);
      return set === undefined ? [] : (below.get(set) ?? []);
    },
  };
};

/** Whether two stems name the same thing by WordNet. */
export const areOneThing = (a: string, b: string): boolean => nameOneThing(a, b);

/** Whether `special` is by WordNet a kind of `general`. */
export const isNounKindOf = (special: string, general: string): boolean => {
  const set = setOf(general);
  return set !== undefined && setsAbove(special).includes(set);
};

/** Stems that stand for a stem, itself left out. Shape: without their last e, as the stems of both spellings are equal but for it. */
export const synonymsOf = (stemmed: string): string[] =>
  [...(groupsOf.get(key(stemmed)) ?? [])]
    .flatMap((group) => wordsOfGroup[group])
    .filter((word) => word !== key(stemmed));

/** Stems that name a kind of what a stem names, or of one of its synonyms. */
export const kindsFor = (stemmed: string): string[] =>
  [key(stemmed), ...synonymsOf(stemmed)].flatMap((word) => [...(kindsOf.get(word) ?? [])]);

/** Neighbours that are one known word when joined ("gift card"), so joined. */
export const joinedPairs = (stems: readonly string[]): string[] =>
  stems
    .slice(1)
    .map((word, index) => stems[index] + word)
    .filter(isKnownWord);

/** Stems of what belongs to the place, occasion or purpose that a stem names. */
export const topicsFor = (stemmed: string): string[] => [...(topicsOf.get(key(stemmed)) ?? [])];

/** Whether two stems stand for one another. */
export const areSynonyms = (a: string, b: string): boolean => {
  const groupsOfB = groupsOf.get(key(b));
  return groupsOfB !== undefined && [...(groupsOf.get(key(a)) ?? [])].some((g) => groupsOfB.has(g));
};

/** Whether the stem `special` names a kind of what the stem `general` names. */
export const isKindOf = (special: string, general: string): boolean =>
  kindsOf.get(key(general))?.has(key(special)) ?? false;

const lineOf = (line: string): string[] => line.replace(':', ' ').trim().split(/\s+/);

/**
 * Words to look for beside those asked, so that a search by exact words also meets synonyms and kinds ("sneaker" → "shoe", …).
 *
 * Shape: folded whole words, those asked first, each once.
 */
export const widen = (asked: readonly string[]): string[] => {
  const wider = asked.flatMap((word) => {
    const sought = key(stem(word));
    const same = lines(synonymGroups)
      .map(lineOf)
      .filter((line) => line.some((one) => key(stem(one)) === sought));
    const kinds = lines(kindLines)
      .map(lineOf)
      .filter(([general]) => key(stem(general)) === sought);
    return [...same, ...kinds].flat();
  });
  return [...new Set([...asked, ...wider])];
};
