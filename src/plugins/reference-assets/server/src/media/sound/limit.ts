import { sidesOf, soundRate, type Sound } from './sound';
import { truePeaks } from './true-peak';

/** How far ahead the limiter looks, and over how long it turns down: 5 ms. */
const reach = soundRate / 200;
/** Share of the way back to full level that is made in one sample; about 80 ms. */
const release = 1 - Math.exp(-1 / (0.08 * soundRate));

/**
 * Turns a recording down where it would exceed a level, in place, smoothly and on both sides alike.
 *
 * Units: `ceiling` is a factor of full scale that the wave between the samples keeps to as well.
 */
export const limit = (sound: Sound, ceiling: number): void => {
  const peaks = truePeaks(sound, ceiling);
  if (!peaks.some((peak) => peak > ceiling)) return;
  const wanted = peaks.map((peak) => (peak > ceiling ? ceiling / peak : 1));
  const gains = smoothed(recovering(lowestWithin(wanted)));
  for (const side of sidesOf(sound))
    for (let i = 0; i < side.length; i++) side[i] = side[i]! * gains[i]!;
};

/** Lowest value within {@link reach} of each place on both sides, by a queue of candidates. */
const lowestWithin = (values: Float32Array): Float32Array => {
  const lowest = new Float32Array(values.length);
  const queue = new Int32Array(values.length);
  let [head, tail] = [0, 0];
  for (let i = 0; i < values.length + reach; i++) {
    if (i < values.length) {
      while (tail > head && values[queue[tail - 1]!]! >= values[i]!) tail--;
      queue[tail++] = i;
    }
    const centre = i - reach;
    if (centre < 0) continue;
    while (queue[head]! < centre - reach) head++;
    lowest[centre] = values[queue[head]!]!;
  }
  return lowest;
};

/** Lets a gain fall at once and rise slowly. */
const recovering = (gains: Float32Array): Float32Array => {
  let gain = 1;
  for (let i = 0; i < gains.length; i++) {
    gain = Math.min(gains[i]!, gain + (1 - gain) * release);
    gains[i] = gain;
  }
  return gains;
};

/** Mean over {@link reach} before and after: never above what the place itself allows, as the lowest was taken so far. */
const smoothed = (gains: Float32Array): Float32Array => {
  const out = new Float32Array(gains.length);
  const at = (i: number) => gains[Math.min(gains.length - 1, Math.max(0, i))]!;
  let sum = 0;
  for (let i = -reach; i <= reach; i++) sum += at(i);
  for (let i = 0; i < gains.length; i++) {
    out[i] = sum / (2 * reach + 1);
    sum += at(i + reach + 1) - at(i - reach);
  }
  return out;
};
