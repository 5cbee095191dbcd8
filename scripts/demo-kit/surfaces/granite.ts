import { coarsely, createFractal, createNoise, smoothstep } from '../canvas/noise';
import { lightSurface } from './lit-surface';

const { abs } = Math;

const SIZE = 1280;

const hills = createFractal(createNoise(91), 6, 0.56);
const cracks = createFractal(createNoise(92), 5, 0.42);
const grains = createNoise(93);
const flecks = createNoise(94);
const lichen = createFractal(createNoise(95), 4);

const crackDepth = (x: number, y: number) => {
  const line = abs(cracks(x * 0.003 + 3, y * 0.003));
  const open = smoothstep(0.05, 0.3, hills(x * 0.0025 + 70, y * 0.0025));
  return open * (1 - smoothstep(0, 0.02, line));
};

/** Weathered granite with cracks and a little lichen. */
export const drawGranite = async () => {
  const side = SIZE + 1;
  const depth = coarsely(side, side, 2, crackDepth);
  const growth = coarsely(side, side, 4, (x, y) => {
    const patch = smoothstep(0.16, 0.42, lichen(x * 0.006 + 40, y * 0.006));
    return 0.42 * patch;
  });
  const height = (x: number, y: number) =>
    26 * hills(x * 0.007, y * 0.007) + 1.5 * grains(x * 0.34, y * 0.34) - 4 * depth[y * side + x];
  const colour = (x: number, y: number, level: number): [number, number, number] => {
    const i = y * side + x;
    const fleck = flecks(x * 0.28 + 9, y * 0.28);
    const mineral = grains(x * 0.21 + 80, y * 0.21) + 0.6 * flecks(x * 0.5, y * 0.5);
    const dark = fleck > 0.58 ? 0.55 : 1;
    const base = (140 + 26 * mineral + 1.6 * level - 28 * depth[i]) * dark;
    const green = growth[i];
    return [
      base + (150 - base) * green,
      base * 0.985 + (146 - base) * green,
      base * 0.96 + (92 - base) * green,
    ];
  };
  return lightSurface(SIZE, { height, colour });
};
