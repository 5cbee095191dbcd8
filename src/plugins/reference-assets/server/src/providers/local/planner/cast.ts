import { moodOfWord } from './lexicon/moods';
import { noPeople, people } from './lexicon/people';
import { materials, places, surfaces, times } from './lexicon/places';
import { notGoods } from './lexicon/things';
import { phraseFrom, spoken } from './noun-phrase';
import { shorten, type Word } from './read-text';

const forWhom = new Set('for to targeting fur pour para reaching'.split(' '));
const aims = new Set('aimed targeted aiming geared addressed'.split(' '));
const beside = new Set('with beside alongside mit avec con surrounded'.split(' '));
const notThings = new Set(
  `music voice voiceover sound sounds logo text copy title subtitles captions call energy effects transitions cuts colours colors palette close-ups close
   shots camera movement lighting light tone look finish feel pace tagline slogan motion drama style price prices discount us you it them him her
   confidence ease care love passion pride attitude branding people`.split(/\s+/),
);

const headOf = (phrase: readonly Word[]): string => phrase[phrase.length - 1]?.folded ?? '';

const isAudienceStart = (words: readonly Word[], index: number): boolean => {
  const { folded } = words[index];
  if (folded === 'at' || folded === 'to') return aims.has(words[index - 1]?.folded ?? '');
  return forWhom.has(folded);
};

/** Whom a brief is for ("for young runners"), or null; the thing it is for is no audience. */
export const findAudience = (words: readonly Word[]): string | null => {
  for (const [index, word] of words.entries()) {
    if (word === undefined || !isAudienceStart(words, index)) continue;
    const phrase = phraseFrom(words, index + 1);
    if (phrase.some(({ folded }) => people.has(folded)) && people.has(headOf(phrase))) {
      return shorten(spoken(phrase), 100);
    }
  }
  return null;
};

/** Who is to be seen ("a woman laces up"), or null; an audience is not seen, and "no people" rules all out. */
export const findPerson = (
  words: readonly Word[],
  text: string,
  audience: string | null,
): string | null => {
  if (noPeople.test(text)) return null;
  const meant = new Set((audience ?? '').split(' '));
  const index = words.findIndex(({ folded, raw }) => people.has(folded) && !meant.has(raw));
  if (index < 0) return null;
  const before = words[index - 1];
  const described =
    before &&
    words[index].before === '' &&
    /^(young|old|elderly|happy|smiling|stylish|busy)$/.test(before.folded);
  return shorten(spoken(described ? [before, words[index]] : [words[index]]), 80);
};

const ours = new Set('our my unser unsere unserem notre nuestro nuestra'.split(' '));

const isThing = (phrase: readonly Word[]): boolean => {
  const head = headOf(phrase);
  if (!head || /\d/.test(head) || phrase.some(({ folded }) => notThings.has(folded))) return false;
  return ![people, places, times, materials, surfaces, notGoods, moodOfWord].some((words) =>
    words.has(head),
  );
};

/** A thing that stands beside the product ("with fresh strawberries"), or null. */
export const findProp = (words: readonly Word[], productName: string): string | null => {
  for (const [index, { folded }] of words.entries()) {
    if (!beside.has(folded) || words[index + 1]?.before !== '') continue;
    if (ours.has(words[index + 1].folded)) continue;
    const skip = words[index + 1].folded === 'by' ? 2 : 1;
    const phrase = phraseFrom(words, index + skip);
    const text = spoken(phrase);
    if (isThing(phrase) && !productName.toLowerCase().includes(text.toLowerCase()))
      return shorten(text, 80);
  }
  return null;
};
