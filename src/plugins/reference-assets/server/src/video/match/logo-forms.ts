import type { MatchCandidate, MatchWords } from './types';

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words for a mark that stands without the name. */
export const markWords = wordSet(
  `symbol mark icon emblem brandmark logomark monogram lettermark signet glyph favicon avatar badge bildmarke embleme emblema simbolo symbole`,
);

/** Words for a logo that has the name in it. */
const nameWords = wordSet('wordmark logotype lockup combination wortmarke logotipo');

/** Words that say which form of a logo a file is, and nothing of whose it is. */
export const formWords: ReadonlySet<string> = new Set([
  ...markWords,
  ...nameWords,
  ...wordSet(
    `logo logos dark light white black grey gray mono monochrome negative positive inverse inverted reversed knockout outline color colour colored
     full horizontal vertical stacked square round small large primary secondary main alternate vector transparent on background for
     rgb cmyk pantone png svg jpg jpeg webp eps pdf v1 v2 v3 final img image file asset untitled copy dsc scan
     hell dunkel weiss schwarz farbig clair sombre fonce blanc noir couleur claro oscuro blanco negro`,
  ),
]);

type Named = Pick<MatchCandidate, 'documentId' | 'name' | 'description'>;

const withoutForm = (text: string, words: MatchWords): string =>
  words
    .splitWords(text)
    .filter((word) => word.length > 1 && !formWords.has(word) && !/^\d+$/.test(word))
    .join(' ');

/** The text that says whose a logo is: its name, or its description when the name says nothing. */
const telling = ({ name, description }: Named, words: MatchWords): string =>
  withoutForm(name, words) ? name : (description ?? '');

/** Whose logo it is: what is left of its name without its form; all forms of one brand share it. */
export const logoBrand = (logo: Named, words: MatchWords): string =>
  withoutForm(telling(logo, words), words) || logo.documentId;

/** Whether a logo is the brand's mark without its name, by what it is called. */
export const isMarkAlone = (logo: Named, words: MatchWords): boolean => {
  const said = words.splitWords(telling(logo, words));
  return said.some((word) => markWords.has(word)) && !said.some((word) => nameWords.has(word));
};

/** What the dark and the light form of one logo share, and the mark alone does not share with the whole logo. */
export const logoFamily = (logo: Named, words: MatchWords): string =>
  `${logoBrand(logo, words)}${isMarkAlone(logo, words) ? ' (mark)' : ''}`;
