import { factorOf, sidesOf, soundRate, type Sound } from './sound';

/** The level of a clip is looked at in steps of 10 ms. */
const step = soundRate / 100;
/** A clip is heard from this level on; below it is room tone. */
const heard = factorOf(-40);
/** How far music is turned down under a clip. */
const under = factorOf(-11);
/** Steps by which music gives way before a clip is heard, and stays down between two words. */
const [ahead, behind] = [15, 40];

/**
 * Gain of music under clips that are heard, sample by sample: down before they begin, up again after they end.
 *
 * Units: a factor between 0.28 (−11 dB) and 1.
 */
export const duckingGain = (clips: Sound): Float32Array => {
  const steps = Math.ceil(clips.left.length / step);
  const loud = new Uint8Array(steps);
  for (let at = 0; at < steps; at++) loud[at] = levelAt(clips, at * step) > heard ? 1 : 0;
  const goals = new Float32Array(steps).fill(1);
  loud.forEach((isLoud, at) => {
    if (isLoud) goals.fill(under, Math.max(0, at - ahead), Math.min(steps, at + behind));
  });
  return glide(smooth(goals), clips.left.length);
};

const levelAt = (sound: Sound, from: number): number => {
  let power = 0;
  const to = Math.min(sound.left.length, from + step);
  for (const side of sidesOf(sound)) for (let i = from; i < to; i++) power += side[i]! ** 2;
  return Math.sqrt(power / (2 * step));
};

/** Ramps of 150 ms instead of steps. */
const smooth = (goals: Float32Array): Float32Array => {
  const half = 7;
  return goals.map((_, at) => {
    const around = goals.subarray(Math.max(0, at - half), at + half + 1);
    return around.reduce((sum, gain) => sum + gain, 0) / around.length;
  });
};

const glide = (gains: Float32Array, samples: number): Float32Array => {
  const out = new Float32Array(samples);
  for (let i = 0; i < samples; i++) {
    const at = Math.floor(i / step);
    const [one, next] = [gains[at]!, gains[Math.min(gains.length - 1, at + 1)]!];
    out[i] = one + (next - one) * ((i % step) / step);
  }
  return out;
};
