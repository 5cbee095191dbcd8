import type { BeatCopy } from '../../../../shared/contracts/spec';
import type { Typeface } from '../../../../shared/contracts/typefaces';
import type { Box, Rgb } from '../stills/still-request';
import type { Cut } from './typeface';

/** Words set in a size that was found to fit. */
export interface SetLine {
  words: string;
  /** px. */
  sizePx: number;
  /** Where lines break, px. */
  widthPx: number;
  /** Inter unless told. */
  typeface?: Typeface;
  /** Bold for a headline, semibold for a button, unless told. */
  cut?: Cut;
}

/** A call to action as a button. */
export interface Button extends SetLine {
  fill: Rgb;
  ink: Rgb;
}

/**
 * The words of a beat in their place, with everything that is needed to draw them again.
 *
 * Units: px of the frame, all four even; frames of the beat, `toFrame` is the first without the words.
 */
export interface CopyLayout extends Box {
  headline: SetLine | null;
  button: Button | null;
  align: 'left' | 'centre';
  ink: Rgb;
  /** How much the ground behind the words is dimmed or lifted for contrast, 0–1. */
  veil: number;
  /** Space around the words in which the veil fades out, px; 0 without a veil. */
  inset: number;
  /** Contrast of the words to their ground in its worst frame, WCAG ratio 1–21. */
  contrast: number;
  fromFrame: number;
  toFrame: number;
  fadeFrames: number;
}

/** A button's height for the size of its words, and the space inside its ends. */
export const buttonShape = (sizePx: number) => ({
  height: 2 * Math.round(sizePx * 1.15),
  padding: Math.round(sizePx * 1.1),
});

/** Space between the headline and the button, px. */
export const buttonGap = (sizePx: number): number => Math.round(sizePx * 0.9);

/** True when there is something to set. */
export const hasWords = (copy: BeatCopy | null | undefined): copy is BeatCopy =>
  Boolean(copy?.headline?.trim() || copy?.callToAction?.trim());
