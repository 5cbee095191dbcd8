import type { BackgroundRequest } from './background';
import { ramp } from './tone';

/**
 * How much of each row of a background is floor, 0–1: the part of a shot that is as near as what stands on it.
 *
 * Shape: one number a row; all 0 where the background has no floor of its own.
 */
export const floorCover = ({
  size,
  framing,
  environment,
  texture,
  isEmpty,
}: BackgroundRequest): Float32Array => {
  const rows = new Float32Array(size.height);
  const horizon = framing.horizon * size.height;
  if (isEmpty || framing.view === 'top' || framing.crops || framing.horizon >= 1) return rows;
  const unit = size.height / 720;
  const sharp = size.height * 0.004;
  const [before, after] = environment
    ? [(2 + framing.blur * 0.7) * unit, (2 + framing.blur * 0.7) * unit + 0.5]
    : texture
      ? [1.5 * unit, 1.5 * unit + 0.5]
      : [sharp, sharp];
  for (let y = 0; y < size.height; y++) rows[y] = ramp(-before, after, y - horizon);
  // A material lies on a designed floor: whichever edge is softer counts.
  if (texture && !environment)
    for (let y = 0; y < size.height; y++)
      rows[y] = Math.max(rows[y]!, ramp(-sharp, sharp, y - horizon));
  return rows;
};
