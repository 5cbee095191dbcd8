import { noLogo, notOwners } from './lexicon/people';
import { isFunctionWord } from './language';
import { cutAt, fold } from './read-text';

/** The logo a brief asks for. Shape: `brand` as written, null when none is named. */
export type LogoWish = { wanted: boolean; brand: string | null };

const notBrands = new Set(
  `the our a an your my its new big small final end closing brand company white dark light black this their and with on logo show no full animated
   subtle glowing bright large huge tiny clean simple modern transparent corporate official round golden gold silver red blue green yellow orange
   unserem unserer ihr ihrem deren seinem am kleines grosses weisses schwarzes neues votre vos leur leurs son sa ses petit grand blanc noir
   su sus mi tu pequeno gran blanco negro`.split(/\s+/),
);
const longestBrand = 60;

const patterns = [
  /(?<!\p{L})((?:\p{Lu}[\p{L}\p{N}]*[ -]){0,2}[\p{L}\p{N}]+)(?:'s)?[ -]logo(?!\p{L})/u,
  /\blogo(?:tipo)? (?:of|von|de|del|du|for) (?:the |la |el )?(\p{L}[\p{L}\p{N}]*(?: \p{Lu}[\p{L}\p{N}]*){0,2})/u,
  /\bby (\p{Lu}[\p{L}\p{N}]*(?: \p{Lu}[\p{L}\p{N}]*){0,2})/u,
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}]*(?: \p{Lu}[\p{L}\p{N}]*)?)'s\b/u,
];

const tidy = (found: string): string =>
  cutAt(found, longestBrand)
    .split(/[ -]/)
    .filter((word) => {
      const folded = fold(word);
      return !notBrands.has(folded) && !notOwners.has(folded) && !isFunctionWord(folded);
    })
    .join(' ');

/** Reads which logo a brief asks for; every video ends on one unless the brief says "no logo". */
export const findLogo = (text: string): LogoWish => {
  if (noLogo.test(text)) return { wanted: false, brand: null };
  for (const pattern of patterns) {
    const brand = tidy(pattern.exec(text)?.[1] ?? '');
    if (brand) return { wanted: true, brand };
  }
  return { wanted: true, brand: null };
};
