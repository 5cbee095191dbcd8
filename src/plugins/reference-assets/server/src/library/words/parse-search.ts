import { namedColors } from './color-words';
import { foldText } from './fold';
import { tokenize } from './tokenize';

/**
 * What a person typed into the search box, understood.
 *
 * Shape: `words` are stems (colour names stay among them), `phrases` folded text that must appear as written, `excluded` folded words and
 *        phrases that must not, `colors` names or six-digit hex codes.
 */
export type ParsedSearch = {
  words: string[];
  phrases: string[];
  excluded: string[];
  colors: string[];
  /** The text without what is excluded, as a model reads it. */
  plain: string;
};

const longestSearch = 1000;
const quotes = /[“”„«»]/g;
const phrasePattern = /(^|\s)(-?)"([^"]*)"/g;
const excludedPattern = /(^|\s)-([\p{L}\p{N}][^\s"]*)/gu;
const hexPattern = /#(?:[\da-f]{6}|[\da-f]{3})(?![\p{L}\p{N}])/giu;

const tidy = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim();

/** Takes a search apart into words, "quoted phrases", -excluded words and colours; anything else is plain text. */
export const parseSearch = (text: string): ParsedSearch => {
  const phrases: string[] = [];
  const excluded: string[] = [];
  const unquoted = text
    .slice(0, longestSearch)
    .replace(quotes, '"')
    .replace(phrasePattern, (_all, space: string, minus: string, phrase: string) => {
      const target = minus ? excluded : phrases;
      if (tidy(phrase)) target.push(tidy(phrase));
      return `${space} ${minus ? '' : phrase} `;
    });
  const wanted = unquoted.replace(excludedPattern, (_all, space: string, word: string) => {
    excluded.push(tidy(word));
    return space;
  });
  return {
    words: [...new Set(tokenize(wanted.replace(hexPattern, ' ')))],
    phrases: [...new Set(phrases)],
    excluded: [...new Set(excluded)],
    colors: namedColors(wanted),
    plain: wanted.replace(/\s+/g, ' ').trim(),
  };
};
