import { agreementOf, type Agreement } from './agreement';
import { grounds } from './hashes';
import { locate, type Found } from './locate';
import { isTranslucent, layOn, type Print } from './print';

/** How two pictures are found to be the same by their pixels; see `duplicateClasses` of the contracts. */
export type PixelClass = 're-encoded' | 'crop' | 'variant';

/** `score` says how well the pixels fit, 0–1. */
export interface Verdict {
  class: PixelClass;
  score: number;
}

/** Below this shorter side, px, a picture has less detail than a print shows. */
const SMALL = 48;

/** Where the classes end; measured by `tests/eval/duplicates.ts`. */
const limits = {
  reencoded: { structure: 0.9, relit: 0.35, recoloured: 0.6, unseenShift: 1.5 },
  variant: { structure: 0.85 },
  crop: { structure: 0.9, difference: 14 },
};

/** Whether two pictures have the same shape, but for the rounding of a resize. */
const sameShape = (a: Print, b: Print): boolean => {
  const rounding = 1.2 / Math.min(a.width, a.height, b.width, b.height);
  return Math.abs(Math.log((a.width * b.height) / (b.width * a.height))) <= 0.015 + rounding;
};

const isSameColour = ({ recoloured, colourShift }: Agreement): boolean =>
  recoloured <= limits.reencoded.recoloured || colourShift <= limits.reencoded.unseenShift;

const fitOf = ({ structure, relit, recoloured }: Agreement): number =>
  structure - 0.3 * relit - 0.3 * recoloured;

/**
 * The agreement of two pictures laid over each other. One that was flattened is compared with the other on the ground
 * that fits; two with transparency have to agree on every ground.
 */
const overlaid = (a: Print, b: Print): Agreement => {
  const side = Math.min(a.width, a.height, b.width, b.height) < SMALL ? 16 : 32;
  const on = (ground: number) => agreementOf(layOn(a, ground, side), layOn(b, ground, side));
  const [first, second] = [isTranslucent(a), isTranslucent(b)];
  if (!first && !second) return on(grounds[0]);
  const ranked = grounds.map(on).sort((one, other) => fitOf(other) - fitOf(one));
  return first && second ? ranked[ranked.length - 1]! : ranked[0]!;
};

/** Looks for each in the other, on every ground that either may stand on. */
const located = (a: Print, b: Print): Found | null => {
  const groundsOf = (print: Print) => (isTranslucent(print) ? grounds : [grounds[0]]);
  let best: Found | null = null;
  for (const [whole, part] of [
    [a, b],
    [b, a],
  ] as const)
    for (const ground of groundsOf(whole))
      for (const other of groundsOf(part)) {
        const found = locate(whole, part, { whole: ground, part: other });
        if (found && found.structure > (best?.structure ?? 0)) best = found;
      }
  return best;
};

const overlaidVerdict = (a: Print, b: Print): Verdict | null => {
  if (!sameShape(a, b)) return null;
  const agreement = overlaid(a, b);
  const { structure, relit } = agreement;
  const isSame =
    structure >= limits.reencoded.structure &&
    relit <= limits.reencoded.relit &&
    isSameColour(agreement);
  if (isSame) return { class: 're-encoded', score: Math.max(0, Math.min(1, structure)) };
  const isVariant =
    structure >= limits.variant.structure && (!isSameColour(agreement) || relit > limits.reencoded.relit);
  return isVariant ? { class: 'variant', score: structure } : null;
};

/**
 * Judges two pictures by their pixels: the same one saved again, a part of the other, or the same thing in other
 * colours. Null where they show something else.
 *
 * `search` also looks for one as a part of the other, which takes some ten milliseconds.
 */
export const judge = (a: Print, b: Print, { search }: { search: boolean }): Verdict | null => {
  const verdict = overlaidVerdict(a, b);
  if (verdict || !search) return verdict;
  const found = located(a, b);
  if (!found) return null;
  const { structure, difference } = found;
  const isPart = structure >= limits.crop.structure && difference <= limits.crop.difference;
  return isPart ? { class: 'crop', score: structure } : null;
};
