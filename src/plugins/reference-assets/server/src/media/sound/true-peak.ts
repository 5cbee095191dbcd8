import { sidesOf, type Sound } from './sound';

const taps = 12;
const phases = 4;

/** Interpolating filter, a windowed sinc cut into the four places between two samples. */
const filters = Array.from({ length: phases }, (_, phase) => {
  const weights = Array.from({ length: taps }, (_tap, tap) => {
    const at = tap - taps / 2 + 1 - phase / phases;
    const sinc = at === 0 ? 1 : Math.sin(Math.PI * at) / (Math.PI * at);
    return sinc * Math.cos((Math.PI * at) / (taps + 1)) ** 2;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Float64Array.from(weights, (weight) => weight / sum);
});

/** No value between samples exceeds the samples around it by more than this factor. */
const mostOvershoot = Math.max(
  ...filters.map((weights) => weights.reduce((sum, weight) => sum + Math.abs(weight), 0)),
);

const blockLength = 64;

/**
 * Highest level that the wave reaches at and around each sample of both sides, between samples too.
 *
 * Where the samples are so low that nothing between them can reach `floor`, their own level stands.
 *
 * Source: ITU-R BS.1770-4 annex 2 (four-fold oversampling).
 */
export const truePeaks = (sound: Sound, floor = 0): Float32Array => {
  const peaks = new Float32Array(sound.left.length);
  for (const side of sidesOf(sound)) {
    for (let start = 0; start < side.length; start += blockLength) {
      const end = Math.min(side.length, start + blockLength);
      const around = highest(side, Math.max(0, start - taps), Math.min(side.length, end + taps));
      const between = around * mostOvershoot > floor;
      for (let i = start; i < end; i++) {
        const level = between ? levelAround(side, i) : Math.abs(side[i]!);
        if (level > peaks[i]!) peaks[i] = level;
      }
    }
  }
  return peaks;
};

/** True peak of a recording as a factor of full scale; 0 for silence. */
export const truePeak = (sound: Sound): number => {
  const loudest = Math.max(...sidesOf(sound).map((side) => highest(side, 0, side.length)));
  const peaks = truePeaks(sound, loudest);
  return highest(peaks, 0, peaks.length);
};

const highest = (values: Float32Array, from: number, to: number): number => {
  let peak = 0;
  for (let i = from; i < to; i++) {
    const level = Math.abs(values[i]!);
    if (level > peak) peak = level;
  }
  return peak;
};

const levelAround = (side: Float32Array, i: number): number => {
  let level = Math.abs(side[i]!);
  const first = i - taps / 2 + 1;
  for (let phase = 1; phase < phases; phase++) {
    const weights = filters[phase]!;
    let value = 0;
    for (let tap = 0; tap < taps; tap++) value += weights[tap]! * (side[first + tap] ?? 0);
    level = Math.max(level, Math.abs(value));
  }
  return level;
};
