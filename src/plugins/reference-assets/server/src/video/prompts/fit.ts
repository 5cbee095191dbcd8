import type { ModelRow } from '../../../../shared/contracts/models';

/** A sentence ends with a point, and begins after one space. */
const asSentence = (text: string): string => {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  return trimmed === '' || /[.!?"”]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};

/** Text cut to a length at the end of a sentence where that keeps most of it, else at the end of a word. */
const cut = (text: string, longest: number): string => {
  if (text.length <= longest) return text;
  const head = text.slice(0, Math.max(0, longest - 1));
  const sentence = head.lastIndexOf('. ') + 1;
  if (sentence > longest * 0.6) return head.slice(0, sentence);
  const word = head.lastIndexOf(' ');
  return word > 0 ? `${head.slice(0, word).replace(/[,;:\s]+$/, '')}.` : '';
};

/** The parts of a prompt. `first` and `last` stay whole; `middle` is shortened to what they leave. */
export interface PromptParts {
  first: readonly string[];
  middle: string;
  last: readonly string[];
}

/**
 * One prompt that a model takes: as long as its row allows, cut in the middle where it would be longer.
 *
 * Units: characters of the model's `longestPrompt`.
 */
export const fitPrompt = (
  model: Pick<ModelRow, 'longestPrompt'>,
  { first, middle, last }: PromptParts,
): string => {
  const kept = (parts: readonly string[]) => parts.map(asSentence).filter((part) => part !== '');
  const fixed = [...kept(first), ...kept(last)].join(' ').length;
  const room = model.longestPrompt - fixed - 2;
  const whole = [...kept(first), cut(asSentence(middle), Math.max(0, room)), ...kept(last)];
  return cut(whole.filter((part) => part !== '').join(' '), model.longestPrompt);
};
