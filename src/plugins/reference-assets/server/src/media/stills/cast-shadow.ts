import type { BackdropField } from './backdrop-field';
import type { BackdropMask } from './backdrop-mask';
import { dropSpikes } from './drop-spikes';
import { growMask } from './grow-mask';
import { spread } from './spread';
import { sweptShare } from './swept-share';

const { floor, hypot, max, min, round, sqrt } = Math;

/** How smooth and how free of colour a shadow is; what is grainier or more coloured has a surface of its own. */
const even = { slope: 0.03, tint: 0.03 };
/** What is taken along once a shadow was found: its grain and its edges. */
const loose = { slope: 0.09, tint: 0.036 };
/** Shares of the subject that a shadow may have. */
const shares = { least: 0.03, most: 0.4 };
/** A shadow lets in the light of the room at its outer edge: so light there, so evenly, and so much darker inside. */
const edge = { lightness: 0.4, spread: 0.085, deeper: 0.1 };
/** Length of the edge that lies on the backdrop, in square roots of the area, and of the picture that stays light. */
const openEdge = 2;
/** How well a shadow is explained by the subject moved along one direction, 0–1. */
const explained = 0.45;

/**
 * Gives a hard cast shadow back to the backdrop: dark, smooth and colourless, evenly lit along its outer edge and darker
 * towards what casts it, whose outline, moved away from the light, covers it.
 *
 * A dark part of a product fails one of these: it is lit unevenly by what is around it, or has another shape.
 */
export const takeCastShadows = (
  mask: BackdropMask,
  { width, height }: { width: number; height: number },
  field: BackdropField,
): void => {
  const subject = mask.reduce((sum, value) => sum + (value ? 0 : 1), 0);
  const isShade = (limits: typeof even) => (i: number) =>
    mask[i] === 0 &&
    field.slope(i) < limits.slope &&
    hypot(field.redder[i]!, field.yellower[i]!) < limits.tint;
  const isEven = isShade(even);
  const atEdge = growMask(mask, width, height, 5);
  const seen = Uint8Array.from(mask);
  for (let i = 0; i < seen.length; i++) {
    if (seen[i] || !isEven(i)) continue;
    const region = spread(seen, width, height, [i], isEven);
    const share = region.length / subject;
    if (share < shares.least || share > shares.most) continue;
    const rim = shadowRim(region, atEdge, field.light);
    if (rim === null || sweptShare(mask, region, { width, height }) < explained) continue;
    const before = Uint8Array.from(mask);
    const isRest = isShade(loose);
    takeAll(mask, region, { width, height }, (i) => isRest(i) && field.light[i]! < rim + 0.06);
    const radius = max(3, round(min(width, height) * 0.02));
    dropSpikes(mask, before, { width, height }, { radius, light: field.light });
  }
};

/** Lightness of a region's outer edge where it is lit as a shadow is; else null. */
const shadowRim = (
  region: readonly number[],
  atEdge: Uint8Array,
  light: Float32Array,
): number | null => {
  const rim = region.filter((i) => atEdge[i]).map((i) => light[i]!);
  if (rim.length < openEdge * sqrt(region.length)) return null;
  const [low, middle, high] = quantiles(rim, [0.1, 0.5, 0.9]) as [number, number, number];
  const [inside] = quantiles(
    region.map((i) => light[i]!),
    [0.25],
  ) as [number];
  const isLitLikeShadow =
    middle > edge.lightness && high - low < edge.spread && middle - inside > edge.deeper;
  return isLitLikeShadow ? middle : null;
};

const quantiles = (values: number[], shares: readonly number[]): number[] => {
  const sorted = Float32Array.from(values).sort();
  return shares.map((share) => sorted[floor(share * (sorted.length - 1))] ?? 0);
};

/** Marks a shadow with its grain and with the blur at its edges. */
const takeAll = (
  mask: BackdropMask,
  region: readonly number[],
  { width, height }: { width: number; height: number },
  isShade: (index: number) => boolean,
): void => {
  for (const i of region) mask[i] = 1;
  const side = min(width, height);
  const near = new Uint8Array(mask.length);
  for (const i of region) near[i] = 1;
  const around = growMask(near, width, height, max(4, round(side * 0.05)));
  spread(mask, width, height, neighboursOf(region, width), (i) => around[i] === 1 && isShade(i));
  // What was left between the shadow and the backdrop is the blur of its edge.
  const blur = max(2, round(side * 0.012));
  const beside = growMask(near, width, height, blur);
  const closed = growMask(growMask(mask, width, height, blur), width, height, blur, 0);
  for (let i = 0; i < mask.length; i++) if (beside[i] && closed[i]) mask[i] = 1;
};

const neighboursOf = (region: readonly number[], width: number): number[] =>
  region.flatMap((i) => [i - 1, i + 1, i - width, i + width]);
