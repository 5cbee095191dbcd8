import { isNounKindOf, stem } from '../../../library/words';
import { materials, places, surfaces, times } from './lexicon/places';
import { people } from './lexicon/people';
import { goods, notGoods } from './lexicon/things';
import { moodOfWord } from './lexicon/moods';
import { isArticle, lookupWords, phraseFrom, spoken } from './noun-phrase';
import { cutAt, shorten, type Word } from './read-text';

/** Where a brief plays. Shape: `phrase` for sentences with its preposition, `words` to look for, `texture` a surface or null. */
export type Setting = { phrase: string | null; words: string[]; texture: string | null };

const within = new Set(
  'in inside through across along on at over near under against around amid by beside outside im in auf am bei durch dans sur au en'.split(
    ' ',
  ),
);
const sure = new Set('in inside through across im dans en'.split(' '));
const notPlaces = new Set(
  `motion style seconds use red hurry box glance way detail action slow focus color colour black white love general particular addition short
   full total case fact order front end time sale stock hand hands mind cup bottle format`.split(
    /\s+/,
  ),
);

type Found = { preposition: string; phrase: Word[]; end: number };

const phrasesAfterPrepositions = (words: readonly Word[]): Found[] =>
  words.flatMap((word, index) => {
    if (!within.has(word.folded) || words[index + 1]?.before !== '') return [];
    const phrase = phraseFrom(words, index + 1);
    const end = phrase.length > 0 ? words.indexOf(phrase[phrase.length - 1]) + 1 : index + 1;
    return phrase.length > 0 ? [{ preposition: word.folded, phrase, end }] : [];
  });

const headOf = (phrase: readonly Word[]): string => phrase[phrase.length - 1].folded;

const isSurface = ({ phrase }: Found): boolean =>
  phrase.some(({ folded }) => materials.has(folded)) &&
  (surfaces.has(headOf(phrase)) || materials.has(headOf(phrase)));

const kindsOfPlaces = [
  'structure',
  'building',
  'geologicalformation',
  'facility',
  'land',
  'bodywater',
];

/** "by the lighthouse": a building or a piece of the earth that no list has. */
const namesPlace = (head: string, article: Word | undefined): boolean =>
  article !== undefined &&
  isArticle(article) &&
  kindsOfPlaces.some((kind) => isNounKindOf(stem(head), stem(kind)));

/** A phrase with a known place, or an unknown noun after "in a". */
const isPlace = (found: Found, words: readonly Word[]): boolean => {
  const { preposition, phrase, end } = found;
  if (phrase.some(({ folded }) => places.has(folded)) && !goods.has(headOf(phrase))) return true;
  const head = headOf(phrase);
  const article = words[end - phrase.length - 1];
  if (!goods.has(head) && namesPlace(head, article)) return true;
  const known = [people, goods, notGoods, times, notPlaces, moodOfWord, surfaces].some((set) =>
    set.has(head),
  );
  return (
    sure.has(preposition) &&
    article !== undefined &&
    isArticle(article) &&
    !known &&
    !/\d/.test(head)
  );
};

/** "at dusk", "in the rain": said beside the place. */
const timeIn = (words: readonly Word[]): string | null => {
  const index = words.findIndex(({ folded }) => times.has(folded));
  if (index < 0) return null;
  const word = words[index];
  const atHour = /^(dusk|dawn|night|sunset|sunrise|noon|midday|midnight|twilight)$/.test(
    word.folded,
  );
  return `${atHour ? 'at' : 'in the'} ${word.raw.toLowerCase()}`;
};

/** A place named without a preposition, with the words that describe it: ", modern kitchen". */
const barePlace = (words: readonly Word[]): Word[] => {
  // "shop now" is a call, not a place.
  const isCall = (index: number): boolean =>
    /^(?:now|today|here)$/.test(words[index + 1]?.folded ?? '');
  const standsAlone = (index: number): boolean =>
    phraseFrom(words, index).length === 1 && !isArticle(words[index]) && !isCall(index);
  const index = words.findIndex(({ folded }, at) => places.has(folded) && standsAlone(at));
  if (index < 0) return [];
  const before = words[index - 1];
  const described =
    before !== undefined &&
    words[index].before === '' &&
    !within.has(before.folded) &&
    !isArticle(before) &&
    phraseFrom(words, index - 1).length === 2;
  return words.slice(described ? index - 1 : index, index + 1);
};

const spokenPreposition = (preposition: string): string =>
  ({
    im: 'in',
    dans: 'in',
    en: 'in',
    auf: 'on',
    sur: 'on',
    am: 'at',
    bei: 'near',
    durch: 'through',
    au: 'in',
  })[preposition] ?? preposition;

const needsArticle = (word: Word | undefined): boolean =>
  word !== undefined && !/s$/.test(word.folded);

/** Reads where a brief plays and what its surfaces are; each null or empty when it does not say. */
export const findSetting = (words: readonly Word[]): Setting => {
  const found = phrasesAfterPrepositions(words);
  const surface = found.find(isSurface);
  const place = found.find((one) => one !== surface && isPlace(one, words));
  const phrase = place?.phrase ?? (surface ? [] : barePlace(words));
  const time = timeIn(words);
  const timeWords = time ? [time.split(' ').pop() ?? ''] : [];
  const placeText = spoken(
    phrase.filter(({ folded }) => !times.has(folded) || phrase.length === 1),
  );
  const article = needsArticle(phrase[phrase.length - 1]) ? 'the ' : '';
  const where = placeText
    ? `${spokenPreposition(place?.preposition ?? 'in')} ${article}${placeText}`
    : '';
  const said = time && !placeText.toLowerCase().includes(timeWords[0]) ? `${where} ${time}` : where;
  return {
    phrase: said.trim() ? shorten(said.trim(), 100) : null,
    words: [...new Set([...lookupWords(placeText), ...timeWords])]
      .map((word) => cutAt(word, 60))
      .slice(0, 12),
    texture: surface ? shorten(spoken(surface.phrase), 80) : null,
  };
};
