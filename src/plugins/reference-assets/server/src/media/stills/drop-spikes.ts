import type { BackdropMask } from './backdrop-mask';
import { growMask } from './grow-mask';
import type { Size } from './still-request';

/** Lightness below which nothing is a shadow any more, Oklab units. */
const darkest = 0.17;

/**
 * Takes the thin remains off that a shadow leaves where it ends unevenly; the outline elsewhere stays, and what is too
 * dark for a shadow: a brush, a foot.
 *
 * Shape: `before` is the mask before the shadow was taken; `light` the lightness of every pixel, Oklab units.
 * Units: `radius` px, half the width of what counts as thin.
 */
export const dropSpikes = (
  mask: BackdropMask,
  before: BackdropMask,
  { width, height }: Size,
  { radius, light }: { radius: number; light: Float32Array },
): void => {
  const taken = Uint8Array.from(mask, (value, i) => (value && !before[i] ? 1 : 0));
  if (!taken.includes(1)) return;
  const near = growMask(taken, width, height, 3 * radius);
  const opened = growMask(growMask(mask, width, height, radius), width, height, radius, 0);
  for (let i = 0; i < mask.length; i++)
    if (near[i] && (mask[i] || light[i]! > darkest)) mask[i] = opened[i]!;
};
