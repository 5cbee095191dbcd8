import { createFractal, createNoise, smoothstep } from '../canvas/noise';
import { glow, shade, type Colour, type Painting } from '../canvas/painting';

const { abs, exp, max, sin } = Math;

/** Size and camera of the forest picture, px. */
export const FOREST = { width: 1920, height: 1280, horizon: 700, light: { x: 1120, y: 400 } };

const { width, height, horizon, light } = FOREST;
const MOSS: Colour = [0.17, 0.235, 0.11];
const CLAY: Colour = [0.46, 0.36, 0.25];
const SUNLIGHT: Colour = [0.98, 0.86, 0.52];

const soil = createFractal(createNoise(62), 4, 0.6);
const litter = createFractal(createNoise(67), 3, 0.65);
const dapple = createFractal(createNoise(63), 3);

const pathCentre = (t: number) => light.x - 150 * t * t - 230 * sin(t * 2.6) * t;

/** One row of the ground: what depends on the distance alone. */
const rowAt = (y: number) => {
  const t = max(0, (y - horizon) / (height - horizon));
  return {
    t,
    depth: 1 / (0.06 + t),
    fade: smoothstep(-0.04, 0.1, (y - horizon) / (height - horizon)),
    centre: pathCentre(t),
    half: 26 + 430 * t ** 1.25,
    horizonGlow: 0.5 * (1 - smoothstep(0, 0.3, t)),
  };
};

/** Moss and needles with a trodden clay path that runs to the light. */
export const paintGround = (painting: Painting) => {
  for (let y = horizon - 20; y < height; y += 1) {
    const { t, depth, fade, centre, half, horizonGlow } = rowAt(y);
    const v = depth * 4;
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const u = (x - light.x) * depth * 0.006;
      const rough = soil(u, v * 2);
      const fine = litter(x * 0.09 + 7, y * 0.14);
      shade(painting, i, MOSS, 0.7 + 0.4 * rough + 0.55 * fine, fade);
      const off = abs(x - centre + 60 * t * rough) / half;
      const trod = 1 - smoothstep(0.62, 1.12, off + 0.3 * fine);
      const rut = 1 - 0.2 * (1 - smoothstep(0, 0.2, abs(off - 0.42)));
      if (trod > 0) shade(painting, i, CLAY, (0.8 + 0.34 * fine + 0.2 * rough) * rut, trod * fade);
      const near = exp(-abs(x - centre) / 560);
      const sun = smoothstep(0.05, 0.62, dapple(u * 2.6 + 5, v * 3.2) + 0.25 * fine) * near;
      glow(painting, i, SUNLIGHT, (sun * 0.42 + horizonGlow * near) * fade);
    }
  }
};
