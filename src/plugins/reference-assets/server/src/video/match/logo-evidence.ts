import type { ReadCandidate } from './candidate-text';
import type { Evidence } from './product-evidence';
import type { MatchCandidate, MatchProduct, MatchWords } from './types';

const enoughOfABrand = 0.6;

const formWords = new Set(
  `dark light white black mono monochrome negative positive inverse inverted reversed color colour colored full horizontal vertical
 stacked square small large logo wordmark mark icon vector transparent on background png svg jpg jpeg webp v1 v2 final
 img image file asset untitled copy dsc scan`.split(/\s+/),
);

/** The stems of a brand's words with neighbours joined, so that "GitHub" and "github" meet. */
const brandShare = (brand: string, read: ReadCandidate, words: MatchWords): number => {
  const stems = words
    .splitWords(brand)
    .filter((word) => !formWords.has(word))
    .map(words.stem);
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
    ? { value: share, reasons: [`it is named like the brand "${brands.join(', ')}"`] }
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
    ? { value: 0.7, reasons: [`its name has "${found}" from the product's name`] }
    : null;
};

const withoutForm = (text: string, words: MatchWords): string =>
  words
    .splitWords(text)
    .filter((word) => word.length > 1 && !formWords.has(word) && !/^\d+$/.test(word))
    .join(' ');

/** What is left of a logo's name (or description, when the name says nothing) without its form: the dark and the light form share it. */
export const logoFamily = (
  { documentId, name, description }: Pick<MatchCandidate, 'documentId' | 'name' | 'description'>,
  words: MatchWords,
): string => withoutForm(name, words) || withoutForm(description ?? '', words) || documentId;
