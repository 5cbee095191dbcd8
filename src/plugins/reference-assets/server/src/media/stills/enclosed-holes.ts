import type { BackdropField } from './backdrop-field';
import type { BackdropMask } from './backdrop-mask';
import { spread } from './spread';

const { hypot, max, min, round } = Math;

/** Least share of a picture that a hole has. On a backdrop of blown-out white any white label would do, so more is asked. */
const smallest = { usual: 0.001, blownOut: 0.0025 };
/** Most that the mean colour of a hole is off the backdrop's, Oklab units: cream in a tin is a little more yellow. */
const offColor = 0.0035;

/** Where holes are looked for. */
export interface HoleSearch {
  mask: Readonly<BackdropMask>;
  width: number;
  height: number;
  field: BackdropField;
  /** Distance up to which a pixel is of the backdrop, Oklab units. */
  reach: number;
  /** Spread of the backdrop's own pixels around its colours, Oklab units. */
  spread: number;
  /** True when the backdrop is so bright that it has no colour and no grain left. */
  isBlownOut: boolean;
}

/** Finds enclosed regions of the backdrop's very colour that are too thick to be lettering or a printed detail. */
export const enclosedHoles = (search: HoleSearch): number[][] => {
  const { mask, width, height, field, reach, isBlownOut } = search;
  const isHole = (i: number) => field.distance[i]! < reach * (isBlownOut ? 0.8 : 1.1);
  const holes: number[][] = [];
  const seen = Uint8Array.from(mask);
  const least = width * height * (isBlownOut ? smallest.blownOut : smallest.usual);
  const thickness = max(3, round(min(width, height) * (isBlownOut ? 0.016 : 0.011)));
  for (let i = 0; i < seen.length; i++) {
    if (seen[i] || !isHole(i)) continue;
    const region = spread(seen, width, height, [i], isHole);
    if (region.length < least || !isOfBackdropColor(region, field, search.spread)) continue;
    if (isThick(region, seen, width, thickness)) holes.push(region);
  }
  return holes;
};

/** Whether a region has the backdrop's colour, and is as even in its light: a reflection in steel is not. */
const isOfBackdropColor = (
  region: readonly number[],
  { darker, redder, yellower }: BackdropField,
  spreadOfBackdrop: number,
): boolean => {
  let [red, yellow, dark, square] = [0, 0, 0, 0];
  for (const i of region) {
    red += redder[i]!;
    yellow += yellower[i]!;
    dark += darker[i]!;
    square += darker[i]! ** 2;
  }
  const count = region.length;
  const uneven = Math.sqrt(Math.max(0, square / count - (dark / count) ** 2));
  return hypot(red, yellow) / count < offColor && uneven < 1.6 * spreadOfBackdrop + 0.003;
};

/** True when a square of twice the radius fits into the region around one of its pixels. */
const isThick = (region: number[], seen: Uint8Array, width: number, radius: number): boolean => {
  const inside = new Set(region);
  const stride = max(1, Math.floor(region.length / 400));
  for (let k = 0; k < region.length; k += stride) {
    const centre = region[k]!;
    const corners = [-radius, radius].flatMap((dy) =>
      [-radius, 0, radius].map((dx) => centre + dy * width + dx),
    );
    const sides = [centre - radius, centre + radius];
    if ([...corners, ...sides].every((index) => seen[index] && inside.has(index))) return true;
  }
  return false;
};
