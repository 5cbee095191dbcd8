/** Sample rate of everything that is mixed and of every master, Hz. */
export const soundRate = 48_000;

/** A stereo recording at {@link soundRate}, samples −1–1 unless it is yet to be limited. */
export interface Sound {
  left: Float32Array;
  right: Float32Array;
}

/** Silence of so many samples. */
export const silence = (samples: number): Sound => ({
  left: new Float32Array(samples),
  right: new Float32Array(samples),
});

/** Both sides of a recording. */
export const sidesOf = ({ left, right }: Sound): readonly [Float32Array, Float32Array] => [
  left,
  right,
];

/** A gain in decibels as a factor. */
export const factorOf = (decibels: number): number => 10 ** (decibels / 20);

/** A factor as decibels; −Infinity for 0. */
export const decibelsOf = (factor: number): number => 20 * Math.log10(factor);

/** Multiplies every sample, in place. */
export const amplify = (sound: Sound, factor: number): void => {
  for (const side of sidesOf(sound))
    for (let i = 0; i < side.length; i++) side[i] = side[i]! * factor;
};

/** Loudest sample of both sides, 0 for silence. */
export const peakOf = (sound: Sound): number => {
  let peak = 0;
  for (const side of sidesOf(sound))
    for (const value of side) if (Math.abs(value) > peak) peak = Math.abs(value);
  return peak;
};
