import { capitalised, shorten } from './read-text';

const longestStep = 160;
const mostSteps = 20;

const cues =
  /(?<!\p{L})(?:(?:and )?(?:first(?:ly)?|then|next|after that|afterwards|finally|lastly|at the end)|zuerst|danach|dann|schliesslich|schließlich|zum schluss|d'abord|ensuite|puis|enfin|primero|luego|después|finalmente)(?!\p{L}),?/giu;
const opening = /^(?:first|zuerst|d'abord|primero)/i;
const closing = /^(?:and )?(?:finally|lastly|at the end|zum schluss|schlie|enfin|finalmente)/i;
const numbered = /(?:^|\s)(?:scene|shot|beat|szene|plan|escena)?\s*\d{1,2}\s*[.):]\s+/giu;

/** Words that tell us to show something; the something is the step. */
const telling =
  /^(?:please )?(?:show(?:ing)?|cut to|open(?:ing)? (?:on|with)|start(?:ing)? (?:on|with)|we see|you see) /i;

const tidyStep = (step: string): string =>
  capitalised(
    shorten(step.replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, '').replace(telling, ''), longestStep),
  );

const isSaying = (step: string): boolean => /[\p{L}\p{N}]{3,}/u.test(step);

const stepsAt = (text: string, marks: RegExpMatchArray[], keepLead: boolean): string[] => {
  const lead = keepLead ? [text.slice(0, marks[0].index)] : [];
  const steps = marks.map((mark, index) =>
    text.slice((mark.index ?? 0) + mark[0].length, marks[index + 1]?.index ?? text.length),
  );
  return [...lead, ...steps].map(tidyStep).filter(isSaying).slice(0, mostSteps);
};

/** The part after the last full stop or colon: "An ad for our mug. Steam rises" leads into its steps with "Steam rises". */
const leadIn = (text: string): string => text.split(/[.:!?]\s+/).pop() ?? text;

/** Whether a cue stands behind its step ("our mug first, then …"), so that nothing is left between it and the next. */
const isClosedCue = (text: string, marks: RegExpMatchArray[], at: number): boolean => {
  const from = (marks[at].index ?? 0) + marks[at][0].length;
  return !isSaying(text.slice(from, marks[at + 1]?.index ?? text.length));
};

/**
 * The steps a brief spells out ("first … then … finally", "1. … 2. …"); empty when it leaves the structure to us.
 *
 * Shape: at most 20 steps of at most 160 characters.
 */
export const findSteps = (text: string): string[] => {
  const numbers = [...text.matchAll(numbered)];
  if (numbers.length >= 2) return stepsAt(text, numbers, false);
  const marks = [...text.matchAll(cues)];
  const first = marks.findIndex(([cue]) => opening.test(cue));
  if (first >= 0 && marks.length - first >= 2 && !isClosedCue(text, marks, first)) {
    return stepsAt(text, marks.slice(first), false);
  }
  const ordered =
    marks.length >= 2 ||
    marks.some(([cue]) => closing.test(cue) || /then|dann|puis|luego/i.test(cue));
  if (marks.length === 0 || !ordered) return [];
  const start = text.slice(0, marks[0].index);
  const lead = leadIn(start);
  const from = start.length - lead.length;
  const shifted = [...text.slice(from).matchAll(cues)];
  const steps = stepsAt(text.slice(from), shifted, true);
  return steps.length >= 2 ? steps : [];
};
