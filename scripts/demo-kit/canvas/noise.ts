// Local names, here and in the other files that compute pixels: a test runner makes globals slow to reach.
const { ceil, floor, imul } = Math;

/** Source of repeatable random numbers in [0, 1) (mulberry32). */
export const createRandom = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export type Noise = (x: number, y: number) => number;

const SIZE = 256;
const MASK = SIZE - 1;

/** Smooth value noise in [-1, 1] that repeats every 256 units. */
export const createNoise = (seed: number): Noise => {
  const random = createRandom(seed);
  const lattice = Float32Array.from({ length: SIZE * SIZE }, () => random() * 2 - 1);
  return (x, y) => {
    const left = floor(x);
    const top = floor(y);
    const fx = x - left;
    const fy = y - top;
    const u = fx * fx * (3 - 2 * fx);
    const v = fy * fy * (3 - 2 * fy);
    const x0 = left & MASK;
    const x1 = (x0 + 1) & MASK;
    const row0 = (top & MASK) * SIZE;
    const row1 = ((top + 1) & MASK) * SIZE;
    const upper = lattice[row0 + x0] + (lattice[row0 + x1] - lattice[row0 + x0]) * u;
    const lower = lattice[row1 + x0] + (lattice[row1 + x1] - lattice[row1 + x0]) * u;
    return upper + (lower - upper) * v;
  };
};

/** Fractal sum of a noise, in about [-1, 1]; each octave is turned so that no grid shows. */
export const createFractal = (noise: Noise, octaves: number, gain = 0.5): Noise => {
  let total = 0;
  for (let octave = 0, weight = 1; octave < octaves; octave += 1, weight *= gain) total += weight;
  return (x, y) => {
    let sum = 0;
    let weight = 1;
    for (let octave = 0; octave < octaves; octave += 1) {
      sum += weight * noise(x, y);
      const turned = 1.6 * x + 1.2 * y + 17.3;
      y = 1.6 * y - 1.2 * x + 9.1;
      x = turned;
      weight *= gain;
    }
    return sum / total;
  };
};

export const clamp = (value: number, low = 0, high = 1) =>
  value < low ? low : value > high ? high : value;

export const mix = (from: number, to: number, share: number) => from + (to - from) * share;

export const smoothstep = (low: number, high: number, value: number) => {
  const t = clamp((value - low) / (high - low));
  return t * t * (3 - 2 * t);
};

/** Field of a smooth value, computed only every `step` px and read in between. */
export const coarsely = (
  width: number,
  height: number,
  step: number,
  value: Noise,
): Float32Array => {
  const columns = ceil(width / step) + 2;
  const rows = ceil(height / step) + 2;
  const coarse = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      coarse[row * columns + column] = value(column * step, row * step);
  const field = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y += 1) {
    const start = floor(y / step) * columns;
    const v = (y % step) / step;
    for (let x = 0; x < width; x += 1, i += 1) {
      const at = start + floor(x / step);
      const u = (x % step) / step;
      const upper = coarse[at] + (coarse[at + 1] - coarse[at]) * u;
      const lower = coarse[at + columns] + (coarse[at + columns + 1] - coarse[at + columns]) * u;
      field[i] = upper + (lower - upper) * v;
    }
  }
  return field;
};
