import { coarsely, createFractal, createNoise, smoothstep, type Noise } from '../canvas/noise';
import {
  createPainting,
  develop,
  glow,
  overlay,
  ramp,
  tint,
  type Colour,
  type Painting,
} from '../canvas/painting';
import { rasterise } from '../canvas/picture';
import { ferns, trunks } from './forest-details';
import { FOREST, paintGround } from './forest-floor';

const { atan2, exp, hypot, min } = Math;

const { width: WIDTH, height: HEIGHT, horizon: HORIZON, light: LIGHT } = FOREST;

const air = ramp([
  [0, '#fdf6d2'],
  [0.18, '#e6ecb4'],
  [0.45, '#97b47f'],
  [0.75, '#466b50'],
  [1, '#1c3a31'],
]);
const MORNING: Colour = [1, 0.94, 0.7];
const leaves = createFractal(createNoise(61), 5, 0.62);
const twigs = createFractal(createNoise(65), 2);
const ribs = createFractal(createNoise(66), 3, 0.6);
const opening = Float32Array.from({ length: WIDTH }, (_, x) => exp(-(((x - LIGHT.x) / 520) ** 2)));

const paintAir = (painting: Painting) => {
  const far = coarsely(WIDTH, HEIGHT, 4, (x, y) => {
    const distance = hypot((x - LIGHT.x) / 1250, (y - LIGHT.y) / 820);
    return distance + 0.16 * leaves(x * 0.006, y * 0.006);
  });
  for (let i = 0; i < far.length; i += 1) tint(painting, i, air(far[i]), 1);
};

interface Foliage {
  reach: number;
  scale: number;
  dark: Colour;
  lit: Colour;
}

/** A curtain of foliage: thick at the top, torn by noise at its lower edge. */
const paintCanopy = (painting: Painting, { reach, scale, dark, lit }: Foliage) => {
  const clumps = coarsely(WIDTH, reach, 2, (x, y) =>
    leaves(x * scale + 40, y * scale * 1.25 + reach),
  );
  for (let y = 0, i = 0; y < reach; y += 1) {
    const share = y / reach;
    for (let x = 0; x < WIDTH; x += 1, i += 1) {
      const open = opening[x];
      const mass = clumps[i] + 0.62 - share * 1.15 - open * (0.5 * share + 0.3);
      if (mass < -0.24) continue;
      const leaf = mass + 0.24 * twigs(x * scale * 9, y * scale * 11);
      const cover = leaf <= 0 ? 0 : min(1, leaf * 12);
      if (cover === 0) continue;
      tint(painting, i, dark, cover * 0.94);
      tint(painting, i, lit, cover * (1 - smoothstep(0.02, 0.4, leaf)) * (0.25 + 0.5 * open));
    }
  }
};

const beams = createFractal(createNoise(64), 2);

const paintRays = (painting: Painting) => {
  const origin = { x: LIGHT.x + 190, y: -260 };
  const light = coarsely(WIDTH, HEIGHT, 4, (x, y) => {
    const angle = atan2(x - origin.x, y - origin.y);
    const ray = smoothstep(0.02, 0.6, beams(angle * 11 + 3, 0.5));
    const reach = exp(-hypot(x - origin.x, y - origin.y) / 1000);
    const low = exp(-(((y - HORIZON) / 190) ** 2));
    const mist = low * exp(-(((x - LIGHT.x) / 900) ** 2));
    return 0.62 * ray * reach + 0.24 * mist;
  });
  for (let i = 0; i < light.length; i += 1) glow(painting, i, MORNING, light[i]);
};

const bark: Noise = (x, y) => 0.42 * ribs(x * 0.11, y * 0.012) + 0.16 * twigs(x * 0.2, y * 0.05);

const standing = [
  trunks({
    seed: 71,
    count: 46,
    foot: HORIZON - 4,
    thickness: 12,
    dark: '#b9c69a',
    lit: '#d7dcae',
  }),
  trunks({
    seed: 72,
    count: 24,
    foot: HORIZON + 26,
    thickness: 26,
    dark: '#7c8f6d',
    lit: '#c3c692',
  }),
  trunks({
    seed: 74,
    count: 11,
    foot: HORIZON + 120,
    thickness: 62,
    dark: '#34422f',
    lit: '#a39a66',
  }),
  trunks({
    seed: 76,
    count: 4,
    foot: HEIGHT - 210,
    thickness: 150,
    dark: '#141c15',
    lit: '#6f6a45',
  }),
  ferns(WIDTH, HEIGHT),
];

/** Forest trail on a misty morning, light falling through the trees. */
export const drawForest = async () => {
  const painting = createPainting(WIDTH, HEIGHT);
  const pictures = standing.map((fragment) => rasterise(fragment, WIDTH, HEIGHT));
  paintAir(painting);
  overlay(painting, await pictures[0]);
  paintCanopy(painting, {
    reach: 560,
    scale: 0.011,
    dark: [0.5, 0.62, 0.4],
    lit: [0.86, 0.9, 0.6],
  });
  overlay(painting, await pictures[1], bark);
  paintCanopy(painting, {
    reach: 470,
    scale: 0.009,
    dark: [0.25, 0.39, 0.25],
    lit: [0.66, 0.76, 0.36],
  });
  paintGround(painting);
  overlay(painting, await pictures[2], bark);
  paintRays(painting);
  paintCanopy(painting, {
    reach: 360,
    scale: 0.007,
    dark: [0.07, 0.14, 0.09],
    lit: [0.4, 0.52, 0.2],
  });
  overlay(painting, await pictures[3], bark);
  overlay(painting, await pictures[4]);
  return develop(painting, 0.45);
};
