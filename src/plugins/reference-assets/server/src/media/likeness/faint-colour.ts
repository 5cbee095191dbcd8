import { chromaAt, NOISE } from './agreement';
import type { Planes } from './print';

/** A strong compression drops colour up to here, 0–255. */
const DROPPED = 2 * NOISE;
/** Share of the colour's energy below which it counts as dropped. */
const GONE = 0.1;
/** How far faint colours point one way, 0–1, when they are a tint; those of compression point here and there. */
const TINT = 0.6;

/**
 * Whether two pictures that hardly differ in colour on the whole have the same colour where they have any: faint
 * colour of both points the same way (`leastHue`, −1 to 1), and what only one of them has is so little that a compression drops it,
 * or points here and there, as what a compression adds at hard edges.
 */
export const sharesFaintColour = (one: Planes, other: Planes, leastHue: number): boolean => {
  let [ab, aa, bb, most] = [0, 0, 0, 0];
  // Sums of all faint colour, as directions and as lengths: as long as each other where all of it points one way.
  let [red, blue, length] = [0, 0, 0];
  for (let p = 0; p < one.luma.length; p += 1) {
    const [redA, blueA] = chromaAt(one.rgb, p);
    const [redB, blueB] = chromaAt(other.rgb, p);
    const [a, b] = [redA ** 2 + blueA ** 2, redB ** 2 + blueB ** 2];
    if (Math.max(a, b) < NOISE ** 2) continue;
    most = Math.max(most, a, b);
    ab += redA * redB + blueA * blueB;
    aa += a;
    bb += b;
    red += redA - redB;
    blue += blueA - blueB;
    length += Math.hypot(redA - redB, blueA - blueB);
  }
  const isTint = Math.hypot(red, blue) >= TINT * length;
  const isOnlyInOne = Math.min(aa, bb) < GONE * Math.max(aa, bb);
  return isOnlyInOne
    ? most < DROPPED ** 2 || !isTint
    : aa === 0 || ab >= leastHue * Math.sqrt(aa * bb);
};
