import { splitWords, stem, type ParsedSearch, type ReadDocument } from '../words';

/** What is read of an asset. Shape: `text` is everything said of it, folded. */
interface Said extends Pick<ReadDocument, 'words'> {
  text: string;
}

/** Scripts that set words apart; others write them without a space. */
const inWord = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;

const isEdge = (inside: string, outside: string | undefined): boolean =>
  outside === undefined || !inWord.test(inside) || !inWord.test(outside);

/** Whether words stand in a text as they are, not as a part of others: "car" does not stand in "scarf". */
const standsIn = (text: string, said: string): boolean => {
  for (let at = text.indexOf(said); at !== -1; at = text.indexOf(said, at + 1))
    if (isEdge(said[0], text[at - 1]) && isEdge(said[said.length - 1], text[at + said.length]))
      return true;
  return false;
};

/** A last word in the plural is still the phrase. */
const holdsPhrase = ({ text }: Said, phrase: string): boolean =>
  ['', 's', 'es'].some((ending) => standsIn(text, phrase + ending));

/** Fields that say how a picture may be used or which colours it has some of, not what it shows. */
const besideTheMatter = new Set(['colours', 'suggested use']);

const speaksOf = (asset: Said, excluded: string): boolean => {
  if (holdsPhrase(asset, excluded)) return true;
  const [word, ...more] = splitWords(excluded);
  if (word === undefined || more.length > 0 || word !== excluded) return false;
  const place = asset.words.get(stem(word));
  return place !== undefined && !besideTheMatter.has(place.label);
};

/** Whether an asset may answer a search: it holds every phrase, and nothing of it speaks of what is excluded. */
export const mayAnswer = (
  asset: Said,
  { phrases, excluded }: Pick<ParsedSearch, 'phrases' | 'excluded'>,
): boolean =>
  phrases.every((phrase) => holdsPhrase(asset, phrase)) &&
  !excluded.some((word) => speaksOf(asset, word));
