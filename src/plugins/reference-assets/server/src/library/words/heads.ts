import { colorWords } from './color-words';
import { describing } from './describing-words';
import { joinedPairs } from './synonyms';
import { tokenize } from './tokenize';

/** Where what is said of a thing ends and something else begins. */
const breaks =
  /[,;.:()]|\b(?:on|in|at|with|without|of|for|and|or|by|from|near|under|over|behind|before|to|using|wearing|sitting|standing|playing|running|resting|auf|im|mit|und|von|sur|dans|avec|et|de|en|con|y)\b/giu;
/** What is said of the picture after the thing it shows. */
const aboutThePicture = new Set(['cut', 'cutout', 'photo', 'close', 'png', 'jpeg', 'view']);

/**
 * The words of a text that name the things it speaks of: the last telling one of each part ("red sports car on white" speaks of a car).
 *
 * Shape: stems; pairs that are one known word also joined.
 */
export const headsOf = (text: string): Set<string> => new Set(headsByPart(text).flat());

/** The heads of each part of a text that names something, the thing it speaks of first before what it is on, in or with. */
export const headsByPart = (text: string): string[][] =>
  text
    .split(breaks)
    .map((part) => {
      const stems = tokenize(part).filter((word) => !aboutThePicture.has(word));
      const telling = stems.filter((word) => !describing.has(word) && !colorWords.has(word));
      const head = telling[telling.length - 1] ?? stems[stems.length - 1];
      return head ? [head, ...joinedPairs(stems).filter((pair) => pair.endsWith(head))] : [];
    })
    .filter((heads) => heads.length > 0);
