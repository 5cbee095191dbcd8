import { agreementOf, isPlain, type Agreement, type ColourAgreement } from './agreement';
import { grounds } from './hashes';
import { glimpse, type Found } from './locate';
import { isFaintlyOther, isPainted, paintLimits, type PaintLimits } from './painted';
import { isIcon, isTranslucent, layOn, shorterSideOf, type Print } from './print';

/** How two pictures are found to be the same by their pixels; see `duplicateClasses` of the contracts. */
export type PixelClass = 're-encoded' | 'crop' | 'variant';

/** `score` says how well the pixels fit, 0–1. */
export interface Verdict {
  class: PixelClass;
  score: number;
}

/** Where the classes end; measured by `tests/eval/duplicates.ts`. */
const limits = {
  // Icons of some ten pixels lose more of their contrast to a resize.
  // A difference that no eye sees is none, however faint the picture is that it is a part of.
  reencoded: { structure: 0.9, relit: 0.35, relitIcon: 0.45, invisibleDifference: 1.1 },
  variant: { structure: 0.85, relitStructure: 0.97 },
  crop: { structure: 0.95, difference: 14 },
  // Icons lose their colours where they are saved as JPEG; one that was painted is known by the drift of all of them.
  colour: {
    hue: 0.9,
    hueIcon: 0.8,
    faintHue: 0.75,
    scatteredHue: 0.2,
    // Half a step of 255: no eye sees it, and neither does a direction of it mean anything.
    invisibleShift: 0.5,
    faintShift: 1.2,
    unseenShift: 3.2,
    recoloured: 0.25,
    recolouredIcon: 0.6,
    recolouredPart: 0.45,
  },
};

/** How many of the promising ways in which one may be a part of the other are looked at closely. */
const mostCloseLooks = 2;

/** Whether two pictures have the same shape, but for the rounding of a resize. */
const sameShape = (a: Print, b: Print): boolean => {
  const rounding = 1.2 / Math.min(a.width, a.height, b.width, b.height);
  return Math.abs(Math.log((a.width * b.height) / (b.width * a.height))) <= 0.015 + rounding;
};

/**
 * Whether the colours are the same but for what saving a picture again does to them. Where they differ by little, and more
 * here and there than by a rule, that is compression, as long as the colours do not point another way.
 */
const isSameColour = (
  { recoloured, colourShift, hue, drift, scatter }: ColourAgreement,
  mostRecoloured: number,
  leastHue = limits.colour.hue,
): boolean =>
  colourShift <= limits.colour.invisibleShift ||
  (colourShift <= limits.colour.unseenShift &&
    drift <= scatter &&
    hue >= limits.colour.scatteredHue) ||
  (hue >= (colourShift <= limits.colour.faintShift ? limits.colour.faintHue : leastHue) &&
    (recoloured <= mostRecoloured || colourShift <= limits.colour.unseenShift));

const fitOf = ({ structure, relit, recoloured }: Agreement): number =>
  structure - 0.3 * relit - 0.3 * recoloured;

/** Side on which pictures are laid over each other: half the detail of the smaller one, whose pixels are all it has. */
const comparingSide = (shorterSide: number): number =>
  shorterSide >= 64 ? 32 : shorterSide >= 32 ? 16 : 8;

/**
 * The agreement of two pictures laid over each other. One that was flattened is compared with the other on the ground
 * that fits; two with transparency have to agree on every ground. Where one vanishes, as black does on black, nothing is
 * told of it that another ground can tell.
 */
const overlaid = (a: Print, b: Print, side: number): Agreement => {
  const prints = [a, b] as const;
  const on = (ground: number) => [layOn(a, ground, side), layOn(b, ground, side)] as const;
  if (!prints.some(isTranslucent)) return agreementOf(...on(grounds[0]));
  const laid = grounds.map(on);
  const telling = laid.filter((planes) =>
    planes.every(({ luma }, at) => !isTranslucent(prints[at]!) || !isPlain(luma)),
  );
  const ranked = (telling.length > 0 ? telling : laid)
    .map((planes) => agreementOf(...planes))
    .sort((one, other) => fitOf(other) - fitOf(one));
  return prints.every(isTranslucent) ? ranked[ranked.length - 1]! : ranked[0]!;
};

/** Looks for each in the other, on every ground that either may stand on, and closely where that promises most. */
const located = (a: Print, b: Print): Found | null => {
  const groundsOf = (print: Print) => (isTranslucent(print) ? grounds : [grounds[0]]);
  // Two with transparency stand on the same ground; one that was flattened may have been on any.
  const pairs =
    isTranslucent(a) && isTranslucent(b)
      ? grounds.map((ground) => [ground, ground] as const)
      : groundsOf(a).flatMap((one) => groundsOf(b).map((other) => [one, other] as const));
  return pairs
    .flatMap(([one, other]) => [
      glimpse(a, b, { whole: one, part: other }),
      glimpse(b, a, { whole: other, part: one }),
    ])
    .flatMap((seen) => seen ?? [])
    .sort((one, other) => other.score - one.score)
    .slice(0, mostCloseLooks)
    .map(({ find }) => find())
    .reduce<Found | null>(
      (best, found) => (found.structure > (best?.structure ?? 0) ? found : best),
      null,
    );
};

/** What two pictures laid over each other are; a variant that is only nearly as good as a part may be one. */
const overlaidVerdict = (a: Print, b: Print, paint: PaintLimits): Verdict | null => {
  if (!sameShape(a, b)) return null;
  const side = comparingSide(shorterSideOf(a, b));
  const agreement = overlaid(a, b, side);
  const { recoloured, recolouredIcon, hueIcon, invisibleShift } = limits.colour;
  const isAlike =
    (isIcon(a, b)
      ? isSameColour(agreement, recolouredIcon, hueIcon)
      : isSameColour(agreement, recoloured)) &&
    !isPainted(a, b, agreement, paint) &&
    !(agreement.colourShift <= invisibleShift && isFaintlyOther(a, b, paint));
  const { structure, relit, difference } = agreement;
  const { reencoded, variant } = limits;
  const mostRelit = side <= 8 ? reencoded.relitIcon : reencoded.relit;
  const isSame =
    structure >= reencoded.structure &&
    (relit <= mostRelit || difference <= reencoded.invisibleDifference);
  const score = Math.max(0, Math.min(1, structure));
  if (isSame && isAlike) return { class: 're-encoded', score };
  const isVariant = isAlike
    ? relit > mostRelit && structure >= variant.relitStructure
    : structure >= variant.structure;
  return isVariant ? { class: 'variant', score } : null;
};

/**
 * Judges two pictures by their pixels: the same one saved again, a part of the other, or the same thing in other
 * colours. Null where they show something else.
 *
 * `search` also looks for one as a part of the other, which takes some milliseconds, and some ten where
 * they are alike. `paint` says from where on a picture counts as painted over.
 */
export const judge = (
  a: Print,
  b: Print,
  { search, paint = paintLimits }: { search: boolean; paint?: PaintLimits },
): Verdict | null => {
  const verdict = overlaidVerdict(a, b, paint);
  if (!search || verdict?.class === 're-encoded') return verdict;
  const found = located(a, b);
  if (!found || found.structure < (verdict?.score ?? 0)) return verdict;
  const { structure, difference } = found;
  const { recoloured, recolouredPart, faintShift } = limits.colour;
  // What already looks like another colourway has to have the very colours to be a part after all.
  const isVariant = verdict?.class === 'variant';
  const mostRecoloured = isVariant ? recoloured : recolouredPart;
  const isPart =
    structure >= limits.crop.structure &&
    difference <= limits.crop.difference &&
    isSameColour(found, mostRecoloured) &&
    !isPainted(a, b, found, paint) &&
    !(isVariant && found.colourShift <= faintShift && isFaintlyOther(a, b, paint));
  return isPart ? { class: 'crop', score: structure } : verdict;
};
