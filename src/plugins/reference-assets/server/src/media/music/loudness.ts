/** One side of a recording with the coefficients of a second-order filter run over it. */
type Biquad = readonly [b0: number, b1: number, b2: number, a1: number, a2: number];

/** The two filters of K-weighting at 48 kHz. */
const shelf: Biquad = [
  1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
];
const highPass: Biquad = [1, -2, 1, -1.99004745483398, 0.99007225036621];

const filtered = (input: Float32Array, [b0, b1, b2, a1, a2]: Biquad): Float32Array => {
  const output = new Float32Array(input.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < input.length; i++) {
    const x = input[i]!;
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    output[i] = y;
  }
  return output;
};

/**
 * Integrated loudness of a stereo recording.
 *
 * Shape:  samples −1–1 at 48 kHz.
 * Units:  LUFS; −Infinity for silence and for less than 0.4 s.
 * Source: ITU-R BS.1770-4, blocks of 400 ms overlapping by 75 %, gates at −70 LUFS and −10 LU.
 */
export const integratedLoudness = (left: Float32Array, right: Float32Array): number => {
  const sides = [left, right].map((side) => filtered(filtered(side, shelf), highPass));
  const [block, step] = [19_200, 4_800];
  const powers: number[] = [];
  for (let start = 0; start + block <= left.length; start += step) {
    let power = 0;
    for (const side of sides) {
      let sum = 0;
      for (let i = start; i < start + block; i++) sum += side[i]! * side[i]!;
      power += sum / block;
    }
    powers.push(power);
  }
  const loud = powers.filter((power) => loudnessOf(power) > -70);
  const gate = loudnessOf(mean(loud)) - 10;
  return loudnessOf(mean(loud.filter((power) => loudnessOf(power) > gate)));
};

const loudnessOf = (power: number): number => -0.691 + 10 * Math.log10(power);

const mean = (values: number[]): number =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
