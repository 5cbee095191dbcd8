/** A repeatable stream of numbers, 0 ≤ n < 1. */
export type Random = () => number;

/**
 * Stream of pseudo-random numbers that depends on the seed alone.
 *
 * Source: FNV-1a for the seed, mulberry32 for the stream (both public domain).
 */
export const seededRandom = (seed: string): Random => {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(seed, 'utf8')) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
