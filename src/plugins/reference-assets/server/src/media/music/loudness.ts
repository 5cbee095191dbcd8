/** One side of a recording with the coefficients of a second-order filter run over it. */
type Biquad = readonly [b0: number, b1: number, b2: number, a1: number, a2: number];

/** The two filters of K-weighting at 48 kHz. */
const shelf: Biquad = [
  1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
];
const highPass: Biquad = [1, -2, 1, -1.99004745483398, 0.99007225036621];

/** Samples of the steps in which loudness is looked at, and how many of them a block has. */
const [step, stepsOfBlock] = [4800, 4];

/** Sum of squares of every step, after both filters; one pass, as a mix is measured several times. */
const stepPowers = (side: Float32Array): Float64Array => {
  const powers = new Float64Array(Math.floor(side.length / step));
  const [s0, s1, s2, s3, s4] = shelf;
  const [h0, h1, h2, h3, h4] = highPass;
  // What went into each filter and what came out of it, one sample ago and two.
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  let z1 = 0;
  let z2 = 0;
  for (let n = 0, i = 0; n < powers.length; n++) {
    let sum = 0;
    for (const end = i + step; i < end; i++) {
      const x = side[i]!;
      const y = s0 * x + s1 * x1 + s2 * x2 - s3 * y1 - s4 * y2;
      const z = h0 * y + h1 * y1 + h2 * y2 - h3 * z1 - h4 * z2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      z2 = z1;
      z1 = z;
      sum += z * z;
    }
    powers[n] = sum;
  }
  return powers;
};

/**
 * Integrated loudness of a stereo recording.
 *
 * Shape:  samples −1–1 at 48 kHz.
 * Units:  LUFS; −Infinity for silence and for less than 0.4 s.
 * Source: ITU-R BS.1770-4, blocks of 400 ms overlapping by 75 %, gates at −70 LUFS and −10 LU.
 */
export const integratedLoudness = (left: Float32Array, right: Float32Array): number => {
  const [one, other] = [stepPowers(left), stepPowers(right)];
  const powers: number[] = [];
  for (let first = 0; first + stepsOfBlock <= one.length; first++) {
    let sum = 0;
    for (let n = first; n < first + stepsOfBlock; n++) sum += one[n]! + other[n]!;
    powers.push(sum / (stepsOfBlock * step));
  }
  const loud = powers.filter((power) => loudnessOf(power) > -70);
  const gate = loudnessOf(mean(loud)) - 10;
  return loudnessOf(mean(loud.filter((power) => loudnessOf(power) > gate)));
};

const loudnessOf = (power: number): number => -0.691 + 10 * Math.log10(power);

const mean = (values: number[]): number =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
