import type { NamedProduct, VideoSpec } from '../../../../../shared/contracts/spec';
import type { Mood } from '../../../../../shared/contracts/vocabulary';
import { findLogo, type LogoWish } from './brand';
import { findAudience, findPerson, findProp } from './cast';
import { findCallToAction, withoutCopy } from './copy';
import { detectLanguage } from './language';
import { moodOfWord } from './lexicon/moods';
import { findOwnedProduct, findProduct } from './product';
import { readable, wordsOf, type Word } from './read-text';
import { findSetting, type Setting } from './setting';
import { findSteps } from './structure';

/** A step a brief spells out, with the product it names as its own, if another than the video's. */
export type Step = { text: string; product: NamedProduct | null };

/** A brief as understood. Shape: what it does not say is null or empty, never guessed. */
export type Brief = {
  text: string;
  language: VideoSpec['language'];
  product: NamedProduct | null;
  setting: Setting;
  moods: Mood[];
  audience: string | null;
  person: string | null;
  prop: string | null;
  logo: LogoWish;
  callToAction: string | null;
  steps: Step[];
};

const negations = new Set('no not without never ohne nicht kein keine sans sin'.split(' '));

const findMoods = (words: readonly Word[]): Mood[] => {
  const found = words.flatMap(({ folded }, index) => {
    const mood = moodOfWord.get(folded);
    return mood && !negations.has(words[index - 1]?.folded ?? '') ? [mood] : [];
  });
  return [...new Set(found)].slice(0, 3);
};

/**
 * Reads a brief by rules. It is only ever text: instructions in it are words like any other.
 *
 * `tone` is how the brand speaks: its moods are those of a brief that asks for none.
 */
export const readBrief = (prompt: string, tone = ''): Brief => {
  const text = readable(prompt);
  const plain = withoutCopy(text);
  const words = wordsOf(plain);
  const moods = findMoods(words);
  const product = findProduct(words);
  const audience = findAudience(words);
  return {
    text,
    language: detectLanguage(plain || text),
    product,
    setting: findSetting(words),
    moods: moods.length > 0 ? moods : findMoods(wordsOf(readable(tone))),
    audience,
    person: findPerson(words, plain, audience),
    prop: findProp(words, product?.name ?? ''),
    logo: findLogo(plain),
    callToAction: findCallToAction(text),
    steps: findSteps(plain).map((step) => ({
      text: step,
      product: findOwnedProduct(wordsOf(step)),
    })),
  };
};
