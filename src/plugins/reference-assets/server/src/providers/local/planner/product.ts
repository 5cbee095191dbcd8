import type { NamedProduct } from '../../../../../shared/contracts/spec';
import { colorWords, isKnownWord, joinedPairs, stem } from '../../../library/words';
import { notOwners, people } from './lexicon/people';
import { materials, places, times } from './lexicon/places';
import { adjectives, goods, kindsInIng, notGoods, orders } from './lexicon/things';
import { moodOfWord } from './lexicon/moods';
import { isArticle, lookupWords, phraseFrom, spoken } from './noun-phrase';
import { cutAt, type Word } from './read-text';

const possessives = new Set(
  'our my unser unsere unseren unserem unserer notre nos nuestro nuestra nuestros nuestras'.split(
    ' ',
  ),
);
const introduces = new Set(
  `for of about featuring showcasing showing introducing promoting advertising presenting revealing highlighting starring meet discover try
   launching introduce promote advertise present showcase highlight feature sell selling
   fur von uber pour de para sobre`.split(/\s+/),
);
const media = new Set(
  'ad ads advert commercial spot video teaser trailer promo reel clip film werbung anuncio publicite'.split(
    ' ',
  ),
);
const longestName = 120;

const saysNothing = (word: Word): boolean =>
  moodOfWord.has(word.folded) && !adjectives.has(word.folded);

/** The phrase without leading mood words ("luxurious gold watch" is a gold watch, seen luxuriously). */
const withoutMood = (phrase: Word[]): Word[] => {
  const first = phrase.findIndex((word) => !saysNothing(word));
  return first > 0 ? phrase.slice(first) : phrase;
};

const launches = new Set(
  'campaign reveal launch unboxing review story kampagne campagne campana'.split(' '),
);

/** The phrase without what is made about the thing at its end: of a "gift card campaign" the gift card. */
const withoutLaunch = (phrase: Word[]): Word[] => {
  const last = phrase.findLastIndex(({ folded }) => !launches.has(folded) && !media.has(folded));
  return phrase.slice(0, last + 1);
};

/** The phrase without a verb at its end: "our loudspeaker fills the room". */
const withoutVerb = (words: readonly Word[], phrase: Word[]): Word[] => {
  const verb = phrase[phrase.length - 1];
  const next = words[words.indexOf(verb) + 1];
  const isVerb = phrase.length > 1 && /[^s]s$/.test(verb.folded) && !goods.has(verb.folded);
  if (!isVerb) return phrase;
  const hasObject = next?.before === '' && isArticle(next);
  // "Our steam iron glides": no noun, behind one.
  const isNoNoun = !isKnownWord(stem(verb.folded));
  const noun = phrase[phrase.length - 2].folded;
  return hasObject || (isNoNoun && (goods.has(noun) || isKnownWord(stem(noun))))
    ? phrase.slice(0, -1)
    : phrase;
};

const looksOnly = new Set('canvas cotton wool silk deep dark light pale bright matte'.split(' '));

/** The phrase with the looks said behind it before it: "plimsolls in blue canvas" are blue canvas plimsolls. */
const withLooks = (words: readonly Word[], phrase: Word[]): Word[] => {
  const from = words.indexOf(phrase[phrase.length - 1]) + 1;
  const [next] = words.slice(from);
  if (phrase.length === 0 || next?.folded !== 'in' || next.before !== '') return phrase;
  const rest = words.slice(from + 1);
  const isLook = ({ folded, before }: Word): boolean =>
    before === '' &&
    [adjectives, materials, colorWords, looksOnly].some((looks) => looks.has(folded));
  const end = rest.findIndex((word) => !isLook(word));
  const looks = end < 0 ? rest : rest.slice(0, end);
  // "in white kitchens" is a place, not a look.
  const goesOn = end >= 0 && rest[end].before === '';
  return goesOn ? phrase : [...looks, ...phrase];
};

/** A phrase that starts at a word, down to the thing itself. */
const thingFrom = (words: readonly Word[], start: number): Word[] =>
  withLooks(words, withoutLaunch(withoutVerb(words, withoutMood(phraseFrom(words, start)))));

const isPlausible = (phrase: readonly Word[]): boolean => {
  const head = phrase[phrase.length - 1]?.folded;
  if (!head || /^\d+([.,]\d+)?(s|sec|seconds?)?$/.test(head)) return false;
  // "a story about overcoming fear" is about no thing.
  const first = phrase[0].folded;
  if (first.length > 6 && first.endsWith('ing') && !kindsInIng.has(first)) return false;
  return ![people, places, times, notGoods].some((words) => words.has(head));
};

const after = (
  words: readonly Word[],
  starts: (word: Word, index: number) => boolean,
): Word[] | null => {
  for (const [index, word] of words.entries()) {
    if (!starts(word, index)) continue;
    const phrase = thingFrom(words, index + 1);
    if (isPlausible(phrase)) return phrase;
  }
  return null;
};

const continues = (words: readonly Word[], index: number): boolean =>
  words[index + 1]?.before === '';

const isOwner = ({ raw, folded }: Word): boolean =>
  /^\p{Lu}[\p{L}\p{N}]*'s$/u.test(raw) && !notOwners.has(folded.slice(0, -2));

/** "…for our kettle", "Acme's new kettle": someone's own thing. */
const owned = (words: readonly Word[]): Word[] | null =>
  after(
    words,
    (word, index) => continues(words, index) && (possessives.has(word.folded) || isOwner(word)),
  );

/** "an ad for the kettle", "meet Aurora": what the video is introduced to be about. */
const introducedPhrase = (words: readonly Word[]): Word[] | null =>
  after(words, (word, index) => {
    const next = words[index + 1];
    if (!next || !continues(words, index) || !introduces.has(word.folded)) return false;
    // "a cup of tea", "made of oak": only of a video, a launch or an unboxing does "of" say what it is about.
    if (word.folded !== 'of') return true;
    const before = words[index - 1]?.folded ?? '';
    return notGoods.has(before) || media.has(before) || /ing$/.test(before);
  });

/** "Aurora, a lamp": a proper name with the word that says what it is makes "Aurora lamp". */
const withApposition = (words: readonly Word[], phrase: Word[] | null): Word[] | null => {
  if (phrase?.length !== 1 || !/^\p{Lu}/u.test(phrase[0].raw)) return phrase;
  const index = words.indexOf(phrase[0]) + 1;
  const next = words[index];
  if (next?.before !== ',' || !isArticle(next)) return phrase;
  const what = withoutMood(phraseFrom(words, index));
  return isPlausible(what) ? [...phrase, ...what] : phrase;
};

const introduced = (words: readonly Word[]): Word[] | null =>
  withApposition(words, introducedPhrase(words));

/** "Rock video for the guitar": what is said of the medium is not what it is made for. */
const isMadeFor = (words: readonly Word[], phrase: readonly Word[]): boolean => {
  const [medium, next] = words.slice(words.indexOf(phrase[phrase.length - 1]) + 1);
  return media.has(medium?.folded ?? '') && introduces.has(next?.folded ?? '');
};

/** "Leather loafers for city walks", "Gift card campaign": what a brief opens with, when that is a thing. */
const opens = (words: readonly Word[]): Word[] | null => {
  const phrase = words.length > 0 && !isArticle(words[0]) ? thingFrom(words, 0) : [];
  const head = phrase[phrase.length - 1];
  if (!head || !isPlausible(phrase) || isMadeFor(words, phrase)) return null;
  const stems = phrase.map(({ folded }) => stem(folded));
  const pairs = joinedPairs(stems).filter((pair) => pair.endsWith(stems[stems.length - 1]));
  const isThing = goods.has(head.folded) || isKnownWord(stem(head.folded)) || pairs.length > 0;
  return isThing ? phrase : null;
};

/** "running shoe commercial": the phrase before the word for the medium. */
const beforeMedium = (words: readonly Word[]): Word[] | null => {
  for (const [index, word] of words.entries()) {
    if (!media.has(word.folded) || word.before !== '') continue;
    let start = index;
    while (
      start > 0 &&
      index - start < 4 &&
      words[start].before === '' &&
      !isArticle(words[start - 1]) &&
      !/\d/.test(words[start - 1].raw)
    ) {
      start -= 1;
    }
    const phrase = withoutMood(words.slice(start, index));
    if (isPlausible(phrase) && goods.has(phrase[phrase.length - 1].folded)) return phrase;
  }
  return null;
};

const longestLeadIn = 4;

/** Where the phrase of a noun begins: behind the article or comma close before it, else as far as the words describe it. */
const beginningOf = (words: readonly Word[], index: number): number => {
  const nearest = Math.max(0, index - longestLeadIn);
  for (let start = index; start >= nearest; start -= 1) {
    if (people.has(words[start].folded)) break;
    const opens = start === 0 || words[start].before !== '' || isArticle(words[start - 1]);
    if (opens && phraseFrom(words, start).length > index - start) return start;
  }
  const tells = (word: Word): boolean =>
    adjectives.has(word.folded) || goods.has(word.folded) || kindsInIng.has(word.folded);
  let start = index;
  while (start > 0 && words[start].before === '' && tells(words[start - 1])) start -= 1;
  return start;
};

/** "A red sports car racing through town": a bare phrase at the beginning, or any word for goods. */
const bare = (all: readonly Word[]): Word[] | null => {
  const first = all.findIndex(({ folded }) => !orders.has(folded));
  const words = all.slice(Math.max(0, first));
  const opening = thingFrom(words, 0);
  const begins = words.length > 0 && (isArticle(words[0]) || adjectives.has(words[0].folded));
  const someoneActs = people.has(opening[0]?.folded ?? '');
  if (begins && !someoneActs && isPlausible(opening)) return opening;
  const index = words.findIndex((word) => goods.has(word.folded));
  if (index < 0) return null;
  const start = beginningOf(words, index);
  const phrase = withoutMood(phraseFrom(words, start));
  return isPlausible(phrase) ? phrase : null;
};

const named = (phrase: Word[] | null): NamedProduct | null => {
  const name = phrase ? cutAt(spoken(phrase), longestName).trim() : '';
  if (!name) return null;
  return {
    name,
    words: lookupWords(name)
      .map((word) => cutAt(word, 60))
      .slice(0, 12),
  };
};

/** The product a brief names, or null when it names none. */
export const findProduct = (words: readonly Word[]): NamedProduct | null =>
  named(owned(words) ?? opens(words) ?? introduced(words) ?? beforeMedium(words) ?? bare(words));

/** The product a part of a brief names as its own ("then our kettle"), or null. */
export const findOwnedProduct = (words: readonly Word[]): NamedProduct | null =>
  named(owned(words));
