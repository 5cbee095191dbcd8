import { NOISE, type ColourAgreement } from './agreement';
import { sharesFaintColour } from './faint-colour';
import { grounds } from './hashes';
import { isIcon, layOn, type Print } from './print';

/** From where on a picture counts as painted over; `tests/eval/held-out-paint.ts` chooses them on other sources. */
export interface PaintLimits {
  /** Most that saving a picture again moves all of its colours, 0–255. */
  drift: number;
  /** Most that it moves strong colours, as a share of them: a strong compression takes some of their strength. */
  driftShare: number;
  /** Icons may drift by more, but only so many times as much as their colours scatter. */
  iconDrift: number;
  /** Least agreement in direction of faint colours, −1 to 1. */
  faintHue: number;
}
export const paintLimits: PaintLimits = {
  drift: NOISE,
  driftShare: 0.055,
  iconDrift: 1.7,
  faintHue: 0.65,
};

/** Whether a picture was painted over: its colours differ by a rule of their own, not here and there. */
export const isPainted = (
  a: Print,
  b: Print,
  { drift, scatter, colourfulness }: ColourAgreement,
  limits: PaintLimits,
): boolean =>
  drift > Math.max(limits.drift, limits.driftShare * colourfulness) &&
  !(isIcon(a, b) && drift <= limits.iconDrift * scatter);

/** Whether two that hardly differ in colour on the whole do so where they have any. */
export const isFaintlyOther = (a: Print, b: Print, { faintHue }: PaintLimits): boolean =>
  !sharesFaintColour(layOn(a, grounds[0]), layOn(b, grounds[0]), faintHue);
