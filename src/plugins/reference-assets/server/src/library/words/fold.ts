const expanded: Record<string, string> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd' };

// Most text is plain ASCII, and normalising is the dear part of reading a library.
const isPlain = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text);

/** Text in lower case without accents, so that "Crème" and "creme" are one word. */
export const foldText = (text: string): string =>
  isPlain(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/[ßœæøłđ]/g, (letter) => expanded[letter]);

/**
 * The folded words of a text in reading order; `camelCase`, `snake_case` and `kebab-case` are taken apart.
 *
 * Shape: single Latin letters are dropped, digits and single ideographs are kept.
 */
export const splitWords = (text: string): string[] => {
  const spaced = text.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2').replace(/['’]s\b/gu, '');
  return (foldText(spaced).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^[a-z]$/.test(word));
};
