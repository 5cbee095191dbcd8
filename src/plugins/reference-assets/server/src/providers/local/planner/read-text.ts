const longestRead = 4000;

/** Text with accents and case taken off, position for position where possible. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe');

/**
 * The brief as it is read: bounded, one line a sentence part, without control characters.
 *
 * Shape: at most 4,000 characters; a longer brief is read from its beginning.
 */
export const readable = (prompt: string): string =>
  prompt
    .slice(0, longestRead)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** Text cut to a length, never through the middle of a character. */
export const cutAt = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

/** Text cut to a length at a word's end, with an ellipsis where something was cut. */
export const shorten = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const cut = cutAt(text, length - 1);
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${(atWord.length > length / 2 ? atWord : cut).replace(/[\s,;:.–-]+$/, '')}…`;
};

/** Text with its first letter in upper case. */
export const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

export type Word = { raw: string; folded: string; before: string };

/** The words of a text in order. Shape: `before` is the punctuation that stands between a word and the one before, spaces left out. */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:(?:[-'&]|(?<=\d)\.(?=\d))[\p{L}\p{N}]+)*/gu)) {
    const raw = match[0];
    words.push({
      raw,
      folded: fold(raw),
      before: text.slice(end, match.index).replace(/\s+/g, ''),
    });
    end = match.index + raw.length;
  }
  return words;
};
