import { otherThings, wideThings } from './attributes';
import type { ReadCandidate } from './candidate-text';
import type { Thing } from './things';
import type { MatchWords } from './types';

/** Why an asset may stand for what is asked. Units: `value` 0–1. */
export type Evidence = { value: number; reasons: string[] };

/** Coverage of a many-word name from which it counts although its last word is missing. */
const enoughOfAName = 0.75;
const shortestTypo = 6;

/** The strength of a relation between stems that can prove a thing; a mere beginning ("car" of "card") proves nothing. */
export const provingStrength = (words: MatchWords, query: string, word: string): number => {
  const related = words.relation(query, word);
  if (!related || related.kind === 'beginning') return 0;
  return related.kind === 'typo' && query.length < shortestTypo ? 0 : related.strength;
};

const bestStrength = (words: MatchWords, query: string, among: Iterable<string>): number =>
  Math.max(0, ...[...among].map((word) => provingStrength(words, query, word)));

const isOtherThing = (thing: Thing): boolean =>
  [...thing.modifiers, ...thing.described].some((word) => otherThings.has(word));

/** A floor lamp is no table lamp, a stick vacuum no robot vacuum; a brand before the thing says nothing of its kind. */
const isOtherKind = (asked: Thing, shown: Thing, words: MatchWords): boolean => {
  const askedKinds = asked.modifiers.filter(words.isKnownWord);
  if (askedKinds.length === 0) return false;
  // A taxi is a car, but not the sports car that was asked for.
  const isSpecial = words.relation(asked.head, shown.head)?.kind === 'kind';
  return isSpecial || shown.modifiers.some(words.isKnownWord);
};

const contradicts = (
  asked: Thing,
  shown: Thing,
  modifiersFound: number,
  words: MatchWords,
): boolean => {
  if (isOtherThing(asked) !== isOtherThing(shown)) return true;
  if (asked.colors.length > 0 && shown.colors.length > 0) {
    if (!asked.colors.some((color) => shown.colors.includes(color))) return true;
  }
  const kindMatters = wideThings.has(asked.head) && asked.modifiers.length > 0;
  // "hairdryer" for "dryer" says its kind in the same word.
  const saysItsKind = shown.modifiers.length > 0 || shown.head !== asked.head;
  if (modifiersFound > 0) return false;
  return (kindMatters && saysItsKind) || isOtherKind(asked, shown, words);
};

const shareFound = (asked: Thing, read: ReadCandidate, words: MatchWords): number => {
  const details = [...asked.modifiers, ...asked.described];
  if (details.length === 0) return 1;
  const found = details.reduce((sum, word) => sum + bestStrength(words, word, read.stems), 0);
  return found / details.length;
};

const byHead = (asked: Thing, shown: Thing, read: ReadCandidate, words: MatchWords): number => {
  const strength = provingStrength(words, asked.head, shown.head);
  if (strength === 0) return 0;
  const modifiersFound = asked.modifiers.filter(
    (word) => bestStrength(words, word, [...shown.modifiers, ...shown.described]) > 0,
  ).length;
  if (contradicts(asked, shown, modifiersFound, words)) return 0;
  const otherColors =
    asked.colors.length > 0 && shown.colors.some((color) => !asked.colors.includes(color));
  return strength * (0.65 + 0.35 * shareFound(asked, read, words)) * (otherColors ? 0.9 : 1);
};

/** A name of several words most of which are there, in whatever order: "shoe-trail-red-v3" for "trail shoe". */
const byName = (asked: Thing, read: ReadCandidate, words: MatchWords): number => {
  const telling = [...asked.modifiers, asked.head];
  if (telling.length < 2) return 0;
  const shown = read.things.flatMap((thing) => [...thing.modifiers, thing.head]);
  const found = telling.filter((word) => bestStrength(words, word, shown) > 0).length;
  const contradicted = read.things.every((thing) => contradicts(asked, thing, found, words));
  return !contradicted && found / telling.length >= enoughOfAName
    ? 0.7 * (found / telling.length)
    : 0;
};

const strongest = (values: number[]): number => Math.max(0, ...values);

/**
 * Whether a picture shows the thing a phrase asks for: its head noun must be there, in its own or a related word, and nothing
 * stated may contradict it (another colour, another kind of machine, a toy of it).
 */
export const thingEvidence = (
  asked: readonly Thing[],
  phrase: string,
  read: ReadCandidate,
  words: MatchWords,
): Evidence | null => {
  const value = strongest(
    asked.flatMap((thing) => [
      ...read.things.map((shown) => byHead(thing, shown, read, words)),
      byName(thing, read, words),
    ]),
  );
  return value > 0 ? { value, reasons: [`shows what the brief calls "${phrase}"`] } : null;
};

/** Whether a picture's name carries a proper name ("Aurora") that is all the brief says of the product. */
export const properNameEvidence = (
  phrase: string,
  read: ReadCandidate,
  words: MatchWords,
): Evidence | null => {
  const named = words.splitWords(phrase).map(words.stem);
  const joined = named.join('');
  const proper = /^\p{Lu}\S*$/u.test(phrase.trim());
  if (!proper || joined === '' || !read.nameStems.includes(joined)) return null;
  return { value: 0.75, reasons: [`its name has "${phrase.trim()}"`] };
};

/** Whether a text mentions what a picture shows: for briefs that name no product apart from the action. */
export const mentionEvidence = (
  text: string,
  read: ReadCandidate,
  words: MatchWords,
): Evidence | null => {
  const said = words
    .splitWords(text)
    .filter((word) => !words.isStopWord(word))
    .map(words.stem);
  for (const thing of read.things) {
    const found = bestStrength(words, thing.head, said);
    const kind = thing.modifiers.length === 0 || bestStrength(words, thing.modifiers[0], said) > 0;
    if (found >= 0.85 && (kind || !wideThings.has(thing.head))) {
      return {
        value: found * (kind ? 0.9 : 0.7),
        reasons: [`shows "${thing.head}", which the action mentions`],
      };
    }
  }
  return null;
};
