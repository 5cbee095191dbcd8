import { colorFamily, describingWords } from './attributes';
import type { ReadCandidate } from './candidate-text';
import { provingStrength, type Evidence } from './product-evidence';
import type { MatchWords } from './types';

const timesOfDay = new Set(
  'dusk dawn night sunset sunrise morning evening noon midday midnight sunny rainy snowy foggy misty rain snow fog'.split(
    ' ',
  ),
);

/** Words too general to say that a picture is the right one. */
const sayingNothing = new Set(
  'background backdrop scene place setting surface view front side middle area world top'.split(
    ' ',
  ),
);

/** What a word is worth that a picture's text says only in passing ("a bay with hills" for hills). */
const besideTheMatter = 0.7;

const best = (words: MatchWords, query: string, read: ReadCandidate) => {
  const main = new Set(read.things.flatMap(({ head, modifiers }) => [head, ...modifiers]));
  let strength = 0;
  let word = '';
  for (const said of read.stems) {
    const value = provingStrength(words, query, said) * (main.has(said) ? 1 : besideTheMatter);
    if (value > strength) [strength, word] = [value, said];
  }
  return { strength, word };
};

/** The words that decide, before those that only colour the picture: of "sunny modern kitchen" the kitchen. */
const decidingWords = (list: string[], keepMaterials: boolean): string[] => {
  const telling = list.filter(
    (word) => !sayingNothing.has(word) && colorFamily[word] === undefined,
  );
  const deciding = telling.filter(
    (word) => !timesOfDay.has(word) && (keepMaterials || !describingWords.has(word)),
  );
  if (deciding.length > 0) return deciding;
  return telling.filter((word) => timesOfDay.has(word));
};

/**
 * Whether what is said of a surrounding, a person or a surface answers the words asked for: the deciding word, or half of several.
 *
 * Shape: `anyWord` is for words taken from a whole sentence, of which one is enough.
 */
export const looseEvidence = (
  phrases: readonly string[],
  read: ReadCandidate,
  words: MatchWords,
  { keepMaterials = false, anyWord = false } = {},
): Evidence | null => {
  const list = phrases
    .flatMap((phrase) => words.splitWords(phrase))
    .filter((word) => !words.isStopWord(word));
  const deciding = decidingWords(list, keepMaterials).map(words.stem);
  const found = deciding.map((query) => ({ query, ...best(words, query, read) }));
  const hits = found.filter(({ strength }) => strength > 0);
  if (hits.length === 0) return null;
  if (!anyWord && hits.length < deciding.length / 2) return null;
  const share =
    hits.reduce((sum, { strength }) => sum + strength, 0) /
    (anyWord ? hits.length : deciding.length);
  const all = list.map(words.stem);
  const detail = all.filter((query) => best(words, query, read).strength > 0).length / all.length;
  const named = hits.map(({ query, word }) =>
    query === word ? `"${query}"` : `"${word}" for "${query}"`,
  );
  return { value: 0.75 * share + 0.25 * detail, reasons: [`its words have ${named.join(', ')}`] };
};
