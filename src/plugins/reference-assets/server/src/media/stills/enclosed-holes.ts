import type { BackdropMask } from './backdrop-mask';
import { spread } from './spread';

const { max, min, round } = Math;

/**
 * Finds enclosed regions of backdrop colour that are too thick to be lettering or a printed detail.
 */
export const enclosedHoles = (
  mask: Readonly<BackdropMask>,
  width: number,
  height: number,
  isHole: (index: number) => boolean,
): number[][] => {
  const holes: number[][] = [];
  const seen = Uint8Array.from(mask);
  const smallest = width * height * 0.0025;
  const thickness = max(3, round(min(width, height) * 0.016));
  for (let i = 0; i < seen.length; i++) {
    if (seen[i] || !isHole(i)) continue;
    const region = spread(seen, width, height, [i], isHole);
    if (region.length < smallest || !isThick(region, seen, width, thickness)) continue;
    holes.push(region);
  }
  return holes;
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
