import type { ReadCandidate } from './candidate-text';
import { formWords, isMarkAlone, markWords } from './logo-forms';
import type { Evidence } from './product-evidence';
import type { MatchProduct, MatchWords } from './types';

const enoughOfABrand = 0.6;
/** Where no mark is asked for, the logo with the name in it stands before the mark alone. */
const markInstead = 0.5;

/** What counts against the mark alone as an answer to phrases that ask for a logo, 0–1. */
export const markShare = (
  phrases: readonly string[],
  { candidate }: ReadCandidate,
  words: MatchWords,
): number => {
  const isAsked = phrases.some((phrase) =>
    words.splitWords(phrase).some((word) => markWords.has(word)),
  );
  return !isAsked && isMarkAlone(candidate, words) ? markInstead : 1;
};

/** The stems of a brand's words with neighbours joined, so that "GitHub" and "github" meet. */
const brandShare = (brand: string, read: ReadCandidate, words: MatchWords): number => {
  const said = words.splitWords(brand);
  const own = said.filter((word) => !formWords.has(word));
  // A brand may be called "Black" or "Round".
  const stems = (own.length > 0 ? own : said).map(words.stem);
  if (stems.length === 0) return 0;
  if (read.stems.has(stems.join(''))) return 1;
  const found = stems.filter((stem) =>
    [...read.stems].some((word) =>
      ['same', 'typo'].includes(words.relation(stem, word)?.kind ?? ''),
    ),
  );
  return found.length / stems.length;
};

/** Whether a logo is that of a brand the brief names. */
export const brandEvidence = (
  brands: readonly string[],
  read: ReadCandidate,
  words: MatchWords,
): Evidence | null => {
  const share = Math.max(0, ...brands.map((brand) => brandShare(brand, read, words)));
  return share >= enoughOfABrand
    ? {
        value: share * markShare(brands, read, words),
        reasons: [`it is named like the brand "${brands.join(', ')}"`],
      }
    : null;
};

/** Whether a logo carries a proper name that stands in the product's name ("our Nivea cream"). */
export const productBrandEvidence = (
  product: MatchProduct,
  read: ReadCandidate,
  words: MatchWords,
): Evidence | null => {
  const proper = product.name.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]{2,}/gu) ?? [];
  const found = proper.find((word) => brandShare(word, read, words) === 1);
  return found
    ? {
        value: 0.7 * markShare([], read, words),
        reasons: [`its name has "${found}" from the product's name`],
      }
    : null;
};
