import { splitWords } from './fold';
import { stem } from './stem';
import { isStopWord } from './stop-words';

/**
 * The stems of a text's telling words in reading order, repeats included.
 *
 * Shape: when a text has only stop words they are kept, so that a search for "the who" is not empty.
 */
export const tokenize = (text: string): string[] => {
  const words = splitWords(text);
  const telling = words.filter((word) => !isStopWord(word));
  return (telling.length > 0 ? telling : words).map(stem);
};
