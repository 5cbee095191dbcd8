import { coarsely, createFractal, createNoise, smoothstep } from '../canvas/noise';
import {
  createPainting,
  develop,
  glow,
  overlay,
  ramp,
  shade,
  tint,
  type Colour,
  type Painting,
} from '../canvas/painting';
import { rasterise } from '../canvas/picture';
import { festoon, furniture, parapet } from './rooftop-details';
import { buildings } from './skyline';

const { abs, exp, hypot, min, round } = Math;

const WIDTH = 1920;
const HEIGHT = 1280;
const HORIZON = 720;
const EDGE = 905;
const SUN = { x: 1330, y: 700 };

const dusk = ramp([
  [0, '#141a3c'],
  [0.3, '#3a3168'],
  [0.58, '#93507c'],
  [0.78, '#e2775f'],
  [0.93, '#ffb56b'],
  [1, '#ffd79a'],
]);

const clouds = createFractal(createNoise(51), 5);

const AMBER: Colour = [1, 0.72, 0.4];

const paintSky = (sky: Painting) => {
  const cover = coarsely(WIDTH, EDGE, 3, (x, y) =>
    smoothstep(0.02, 0.55, clouds(x * 0.0016, y * 0.0062 + 3)),
  );
  const sun = coarsely(WIDTH, EDGE, 4, (x, y) => {
    const far = hypot(x - SUN.x, (y - SUN.y) * 1.3);
    return 0.75 * exp(-far / 150) + 0.3 * exp(-far / 420);
  });
  for (let y = 0, i = 0; y < EDGE; y += 1) {
    const climb = y / HORIZON;
    const lit = smoothstep(0.25, 1, climb);
    const air = dusk(climb);
    const cloud = dusk(min(1, climb * 0.75 + 0.42 * lit));
    for (let x = 0; x < WIDTH; x += 1, i += 1) {
      tint(sky, i, air, 1);
      tint(sky, i, cloud, cover[i] * (0.25 + 0.45 * lit));
      glow(sky, i, AMBER, sun[i]);
    }
  }
};

/** Smoky air between two rows of buildings, brighter towards the sun. */
const haze = (painting: Painting, strength: number) => {
  const near = Float32Array.from({ length: WIDTH }, (_, x) => exp(-abs(x - SUN.x) / 520));
  for (let y = 380; y < EDGE; y += 1) {
    const share = strength * smoothstep(380, HORIZON + 80, y);
    for (let x = 0; x < WIDTH; x += 1)
      tint(painting, y * WIDTH + x, smoke[round(near[x] * 64)], share * (0.4 + 0.6 * near[x]));
  }
};

const smoke = Array.from({ length: 65 }, (_, i): Colour => [0.86, 0.5 + 0.003 * i, 0.42]);

const stains = createFractal(createNoise(52), 4);
const puddles = createFractal(createNoise(54), 2);
const grit = createNoise(53);

const STONE: Colour = [0.98, 0.9, 1.2];
const SUNLIT: Colour = [1, 0.6, 0.36];

/** Wet pavers running away from the viewer; they mirror the sky where water stands. */
const paintFloor = (floor: Painting) => {
  for (let y = EDGE; y < HEIGHT; y += 1) {
    const depth = 420 / (y - HORIZON + 30);
    const v = depth * 5.2;
    const crossJoint = abs(v - round(v)) / (depth * depth * 1.6);
    const fade = 1 - smoothstep(EDGE, HEIGHT + 160, y);
    const sky = dusk(0.52 + 0.36 * fade);
    const reach = 130 + (y - EDGE) * 0.5;
    for (let x = 0; x < WIDTH; x += 1) {
      const i = y * WIDTH + x;
      const u = (x - 960) * depth * 0.0042;
      const joint = min(abs(u - round(u)) / depth, crossJoint);
      const stain = stains(u * 2.2, v * 2.2);
      const tile = grit(round(u) * 7.7 + 0.5, round(v) * 5.3 + 0.5);
      const stone = 0.15 + 0.06 * stain + 0.03 * grit(u * 60, v * 30) + 0.03 * tile;
      shade(floor, i, STONE, stone * (0.55 + 0.45 * smoothstep(0, 0.016, joint)), 1);
      const wet = smoothstep(-0.1, 0.3, puddles(u * 0.9 + 9, v * 0.9) + 0.15 * stain);
      const away = exp(-abs(x - SUN.x + (y - EDGE) * 0.12) / reach);
      glow(floor, i, sky, (0.1 + 0.4 * wet) * (0.25 + 0.75 * fade));
      glow(floor, i, SUNLIT, away * fade * (0.16 + 0.5 * wet));
    }
  }
};

const rows = [
  { seed: 5, ground: EDGE, low: 190, high: 420, widest: 90, paint: '#8c5577' },
  {
    seed: 11,
    ground: EDGE,
    low: 150,
    high: 470,
    widest: 140,
    paint: '#4b3560',
    windows: { paint: '#ffce83', lit: 0.3 },
  },
  {
    seed: 23,
    ground: EDGE,
    low: 90,
    high: 390,
    widest: 210,
    paint: '#221d39',
    windows: { paint: '#ffce83', lit: 0.36 },
  },
];
const hazes = [0.55, 0.28, 0.1];

/** Rooftop at dusk over a city, wet paving in front, lights strung across. */
export const drawRooftop = async () => {
  const painting = createPainting(WIDTH, HEIGHT);
  const front = parapet(WIDTH, EDGE) + furniture(EDGE) + festoon(WIDTH);
  const fragments = [...rows.map((row) => buildings(WIDTH, row)), front];
  const pictures = fragments.map((fragment) => rasterise(fragment, WIDTH, HEIGHT));
  paintSky(painting);
  for (const [i, strength] of hazes.entries()) {
    overlay(painting, await pictures[i]);
    haze(painting, strength);
  }
  paintFloor(painting);
  overlay(painting, await pictures[rows.length]);
  return develop(painting, 0.4);
};
