import type { VideoSpec } from '../../../../../shared/contracts/spec';
import { wordsOf } from './read-text';

type Language = VideoSpec['language'];

const marks: Record<Language, Set<string>> = {
  en: new Set(
    'the a an for our of with and in on at to by from is this that new ad your through then'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das den dem ein eine einen fur unsere unseren unser mit und auf im am bei von zum zur ist wir werbung neue neuen dann'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les un une des du pour notre nos avec et dans sur au est cette ce publicite nouvelle nouveau puis'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las un una para nuestro nuestra nuestros nuestras con y en del al es este esta anuncio nueva nuevo luego'.split(
      ' ',
    ),
  ),
};

/** Whether a folded word is one of the small ones that only hold sentences together, in a language we read. */
export const isFunctionWord = (folded: string): boolean =>
  Object.values(marks).some((words) => words.has(folded));

/** The language of a brief among those we read; English when nothing tells. */
export const detectLanguage = (text: string): Language => {
  const counts: Record<Language, number> = { en: 0, de: 0, fr: 0, es: 0 };
  for (const { folded } of wordsOf(text).slice(0, 400)) {
    for (const language of Object.keys(marks) as Language[]) {
      if (marks[language].has(folded)) counts[language] += 1;
    }
  }
  const [best] = (Object.entries(counts) as [Language, number][]).sort((a, b) => b[1] - a[1]);
  return best[1] > counts.en ? best[0] : 'en';
};
