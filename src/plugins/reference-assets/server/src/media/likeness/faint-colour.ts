import { chromaAt, NOISE } from './agreement';
import type { Planes } from './print';

/** A strong compression drops colour up to here, 0–255. */
const DROPPED = 2 * NOISE;
/** Share of the colour's energy below which it counts as dropped. */
const GONE = 0.1;

/**
 * Whether two pictures that hardly differ in colour on the whole have the same colour where they have any: faint
 * colour of both points the same way (`leastHue`, −1 to 1), and what only one of them has is so little that a compression drops it.
 */
export const sharesFaintColour = (one: Planes, other: Planes, leastHue: number): boolean => {
  let [ab, aa, bb, most] = [0, 0, 0, 0];
  for (let p = 0; p < one.luma.length; p += 1) {
    const [redA, blueA] = chromaAt(one.rgb, p);
    const [redB, blueB] = chromaAt(other.rgb, p);
    const [a, b] = [redA ** 2 + blueA ** 2, redB ** 2 + blueB ** 2];
    if (Math.max(a, b) < NOISE ** 2) continue;
    most = Math.max(most, a, b);
    ab += redA * redB + blueA * blueB;
    aa += a;
    bb += b;
  }
  const isOnlyInOne = Math.min(aa, bb) < GONE * Math.max(aa, bb);
  return isOnlyInOne ? most < DROPPED ** 2 : aa === 0 || ab >= leastHue * Math.sqrt(aa * bb);
};
