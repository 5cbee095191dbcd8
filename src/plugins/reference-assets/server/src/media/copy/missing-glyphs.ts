import { setWords, type Cut } from './typeface';

/** Writing that the plugin's own typeface covers, beside what all scripts share. */
const covered = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u;
/** Letters, vowel signs and digits; without the rest words can be read. */
const needed = /[\p{L}\p{N}]/u;

/** Characters that no font ever has: what is drawn for them is drawn for every missing one. */
const [neverOfFour, neverOfSix] = ['\ufdd0', '\u{10ffff}'];
/** Size at which the boxes drawn for missing characters are told from glyphs, px. */
const sizePx = 64;

/**
 * The characters of words that neither the plugin's typeface nor a font of this machine can show.
 *
 * A missing one is drawn as a box with its number, and such boxes are all of one size.
 */
export const missingGlyphs = async (words: string, cut: Cut): Promise<string[]> => {
  const foreign = [...new Set(words)].filter((one) => needed.test(one) && !covered.test(one));
  if (foreign.length === 0) return [];
  const drawn = async (one: string) => {
    const { width, height } = await setWords({
      ...{ words: one, cut, sizePx },
      ...{ widthPx: 8 * sizePx, align: 'left' },
    });
    return `${width}×${height}`;
  };
  const [four, six] = await Promise.all([drawn(neverOfFour), drawn(neverOfSix)]);
  const missing: string[] = [];
  for (const one of foreign) {
    const box = one.length > 1 ? six : four;
    if ((await drawn(one)) === box) missing.push(one);
  }
  return missing;
};
