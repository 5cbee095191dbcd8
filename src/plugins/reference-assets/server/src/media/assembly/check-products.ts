import { openPicture } from '../decode';
import type { Raster } from '../analysis/raster';
import { likenessIn, soughtProduct } from '../presence/product-presence';
import { check, type QualityCheck } from './checks';

/** The picture of a product that a shot was promised to show. */
export interface PromisedProduct {
  path: string;
  hasTransparency: boolean;
}

/** Moments of a shot at which its product is looked for, as shares of its length. */
const moments = [0.25, 0.5, 0.75] as const;
/** Least likeness at half of the moments: generous, as a refused clip has to be made, and maybe paid for, again. */
export const leastPresence = 0.65;
/** Long side at which a product's picture is opened, px. */
const openedPx = 400;

interface Shot {
  frames: number;
  product?: PromisedProduct | null;
}

/** Frames of the master on which products are looked for, in order. */
export const productFrames = (shots: readonly Shot[]): number[] => {
  let from = 0;
  return shots.flatMap(({ frames, product }) => {
    const start = from;
    from += frames;
    return product ? momentsOf(start, frames) : [];
  });
};

const momentsOf = (start: number, frames: number): number[] => [
  ...new Set(moments.map((share) => start + Math.floor(frames * share))),
];

/**
 * Looks for each shot's product on its frames; one passed line for all, or a failed line for each shot without it.
 *
 * Shape:  `seen` are the frames that {@link productFrames} named, in that order, RGBA.
 * Throws: `MediaRefusal` when a product's picture cannot be read.
 */
export const productChecks = async (
  shots: readonly Shot[],
  seen: readonly Raster[],
): Promise<QualityCheck[]> => {
  const found: { shot: number; likeness: number }[] = [];
  let at = 0;
  for (const [shot, { frames, product }] of shots.entries()) {
    if (!product) continue;
    const { raster } = await openPicture(product.path, { longSide: openedPx });
    const sought = soughtProduct(raster, product.hasTransparency);
    const mine = seen.slice(at, (at += momentsOf(0, frames).length));
    found.push({ shot, likeness: median(mine.map((frame) => likenessIn(frame, sought))) });
  }
  if (found.length === 0) return [];
  const line = (likeness: number, passed: boolean) =>
    check(
      'product presence',
      `at least ${leastPresence.toFixed(2)} alike`,
      likeness.toFixed(2),
      passed,
    );
  const lost = found.filter(({ likeness }) => likeness < leastPresence);
  if (lost.length > 0)
    return lost.map(({ shot, likeness }) => ({ ...line(likeness, false), shot }));
  return [line(Math.min(...found.map(({ likeness }) => likeness)), true)];
};

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
