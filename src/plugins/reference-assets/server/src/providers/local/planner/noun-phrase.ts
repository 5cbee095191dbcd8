import { kindsInIng } from './lexicon/things';
import { fold, type Word } from './read-text';

const articles = new Set(
  `a an the our my your this that these those their its new newest latest upcoming brand-new own all-new
   der die das den dem des ein eine einen einem einer unser unsere unseren unserem unserer neu neue neuen neuer neues neuem
   le la les l un une des du notre nos votre nouveau nouvelle nouvel
   el los las una unos unas nuestro nuestra nuestros nuestras su nuevo nueva`.split(/\s+/),
);

const ends = new Set(
  `in on at with for that which who whose to by from during while as is are was be and or but through across along inside under over near against
   around amid into onto of off out up down before after between then when where using featuring set showing shown aimed targeting like plus
   without not no via per than beside alongside surrounded next now today about every each any all
   look looks make makes made keep keeps give gives take takes bring brings help helps love loves get gets let lets feel feels turn turns work works
   come comes go goes shine shines rise rises sit sits move moves fit fits win wins meet meets become becomes so it we you they he she i can will should must has have being first finally lastly next
   auf mit im am bei fur von zum zur und oder aber nach uber unter durch an aus ohne ist wird dann
   pour avec dans sur au aux et ou mais par sans est sous chez vers puis
   para con en y o pero por sin es desde hasta luego`.split(/\s+/),
);

const colors = new Set(
  'red blue green yellow orange purple pink brown black white grey gray gold silver beige navy'.split(
    ' ',
  ),
);

const longestPhrase = 6;

export const isArticle = (word: Word): boolean => articles.has(word.folded);

const joinsColors = (words: readonly Word[], index: number): boolean =>
  words[index].folded === 'and' &&
  colors.has(words[index - 1]?.folded ?? '') &&
  colors.has(words[index + 1]?.folded ?? '');

const isEnd = (words: readonly Word[], index: number, taken: number): boolean => {
  const { folded, before } = words[index];
  if (taken > 0 && before !== '' && !/^['"“”„«»]+$/.test(before)) return true;
  if (taken > 0 && articles.has(folded)) return true;
  if (ends.has(folded)) return !joinsColors(words, index) && !isOfThing(words, index, taken);
  const following = words[index + 1];
  const atEnd =
    !following ||
    following.before !== '' ||
    ends.has(following.folded) ||
    articles.has(following.folded);
  return (
    /ing$/.test(folded) && taken > 0 && folded.length > 5 && (!kindsInIng.has(folded) || atEnd)
  );
};

const packages = new Set('bottle tin can jar pair cup box tube pack set glass'.split(' '));

/** "bottle of juice" is one phrase. */
const isOfThing = (words: readonly Word[], index: number, taken: number): boolean =>
  taken > 0 && words[index].folded === 'of' && packages.has(words[index - 1].folded);

/** The noun phrase that begins at a word, articles left out; empty when none does. */
export const phraseFrom = (words: readonly Word[], start: number): Word[] => {
  let index = start;
  while (
    index < words.length &&
    articles.has(words[index].folded) &&
    (index === start || words[index].before === '')
  ) {
    index += 1;
  }
  const phrase: Word[] = [];
  while (
    index < words.length &&
    phrase.length < longestPhrase &&
    !isEnd(words, index, phrase.length)
  ) {
    phrase.push(words[index]);
    index += 1;
  }
  return phrase;
};

/** A phrase as text. */
export const spoken = (phrase: readonly Word[]): string =>
  phrase.map(({ raw }) => raw.replace(/'s$/i, '')).join(' ');

/** The words of a phrase as they are looked up. */
export const lookupWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
