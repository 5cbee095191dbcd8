import type { Track } from './voices';

const combs = [1557, 1617, 1491, 1422];
const allPasses = [225, 556];
const spread = 23;

/**
 * Adds a quiet room to a track.
 *
 * Units:  `share` of room in the mix, 0–1.
 * Source: M. R. Schroeder, "Natural sounding artificial reverberation" (1962); delays as in Freeverb (public domain).
 */
export const addRoom = (track: Track, share: number): void => {
  mixIn(track.left, 0, share);
  mixIn(track.right, spread, share);
};

const mixIn = (dry: Float32Array, offset: number, share: number): void => {
  const wet = new Float32Array(dry.length);
  for (const delay of combs) comb(dry, wet, delay + offset);
  for (const delay of allPasses) allPass(wet, delay + offset);
  for (let i = 0; i < dry.length; i++) dry[i] = dry[i]! * (1 - share * 0.4) + wet[i]! * share;
};

const comb = (dry: Float32Array, wet: Float32Array, delay: number): void => {
  const line = new Float32Array(delay);
  let damped = 0;
  for (let i = 0, at = 0; i < dry.length; i++) {
    const echo = line[at]!;
    damped = echo * 0.65 + damped * 0.35;
    line[at] = dry[i]! * 0.25 + damped * 0.8;
    wet[i]! += echo;
    at = at + 1 === delay ? 0 : at + 1;
  }
};

const allPass = (wet: Float32Array, delay: number): void => {
  const line = new Float32Array(delay);
  for (let i = 0, at = 0; i < wet.length; i++) {
    const echo = line[at]!;
    const input = wet[i]!;
    line[at] = input + echo * 0.5;
    wet[i] = echo - input;
    at = at + 1 === delay ? 0 : at + 1;
  }
};
