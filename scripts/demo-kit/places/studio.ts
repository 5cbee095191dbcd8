import { coarsely, createFractal, createNoise, mix, smoothstep } from '../canvas/noise';
import {
  createPainting,
  develop,
  glow,
  overlay,
  shade,
  tint,
  type Colour,
  type Painting,
} from '../canvas/painting';
import { rasterise } from '../canvas/picture';

const { exp, floor, hypot, max } = Math;

const WIDTH = 1920;
const HEIGHT = 1280;
const BEND = 860;

const plaster = createFractal(createNoise(81), 5);

/** How much window light falls on a spot of the wall, 0-1: six slanted panes with soft edges. */
const panes = (x: number, y: number) => {
  const u = (x - 760 - (y - 120) * 0.42) / 230;
  const v = (y - 90 - (x - 760) * 0.1) / 250;
  if (u < -0.2 || u > 3.2 || v < -0.2 || v > 3.2) return 0;
  const soft = 0.05 + 0.03 * max(0, v);
  const bar = (t: number) => {
    const within = t - floor(t);
    return smoothstep(0.02, 0.02 + soft, within) * smoothstep(0.02, 0.02 + soft, 1 - within);
  };
  const frame =
    smoothstep(-soft, soft, u) *
    smoothstep(-soft, soft, 3 - u) *
    smoothstep(-soft, soft, v) *
    smoothstep(-soft, soft, 3 - v);
  return frame * bar(u) * bar(v);
};

const branch = createFractal(createNoise(82), 3, 0.6);

const PAPER: Colour = [1.01, 0.965, 0.905];
const SUNLIGHT: Colour = [1, 0.86, 0.55];

const paintSweep = (painting: Painting) => {
  const paper = coarsely(WIDTH, HEIGHT, 4, (x, y) => {
    const floor = smoothstep(BEND - 130, BEND + 150, y);
    const side = hypot((x - 820) / 1500, (y - 380) / 1150);
    const wall = 0.93 - 0.16 * side * side;
    const ground = 0.9 - 0.1 * ((x - 960) / 960) ** 2 + 0.05 * smoothstep(BEND, HEIGHT, y);
    const bend = 0.03 * exp(-(((y - BEND + 20) / 95) ** 2));
    return mix(wall, ground, floor) - bend + 0.01 * plaster(x * 0.02, y * 0.02);
  });
  const sun = coarsely(WIDTH, HEIGHT, 2, (x, y) => {
    const light = panes(x, y);
    if (light === 0) return 0;
    const leafy = smoothstep(-0.1, 0.22, branch(x * 0.008, y * 0.006 + 4));
    return light * (0.4 + 0.6 * leafy) * (1 - 0.6 * smoothstep(BEND - 130, BEND + 150, y));
  });
  for (let i = 0; i < paper.length; i += 1) {
    shade(painting, i, PAPER, paper[i], 1);
    if (sun[i] > 0) glow(painting, i, SUNLIGHT, sun[i] * 0.52);
  }
};

const podium = (cx: number, cy: number, rx: number, tall: number, id: string) => {
  const ry = rx * 0.2;
  return (
    `<defs><linearGradient id="${id}"><stop offset="0" stop-color="#e9ddcd"/><stop offset=".28" stop-color="#fbf3e8"/><stop offset=".62" stop-color="#dccdb9"/><stop offset="1" stop-color="#b9a68f"/></linearGradient>` +
    `<linearGradient id="${id}t" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fffaf2"/><stop offset="1" stop-color="#eadfcf"/></linearGradient></defs>` +
    `<path d="M${cx - rx} ${cy}V${cy + tall}A${rx} ${ry} 0 0 0 ${cx + rx} ${cy + tall}V${cy}Z" fill="url(#${id})"/>` +
    `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="url(#${id}t)"/>` +
    `<ellipse cx="${cx}" cy="${cy}" rx="${rx - 1}" ry="${ry - 1}" fill="none" stroke="#fffdf8" stroke-opacity=".8" stroke-width="2"/>`
  );
};

const SHADOW: Colour = [0.42, 0.33, 0.23];

/** Soft shadow on the floor: full inside the ellipse, fading over `soft` of its size. */
const fallOff = (
  x: number,
  y: number,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  soft: number,
) => {
  const far = hypot((x - cx) / rx, (y - cy) / ry);
  return 1 - smoothstep(1 - soft, 1 + soft, far);
};

const paintShadows = (painting: Painting) => {
  const depth = coarsely(WIDTH, HEIGHT, 3, (x, y) => {
    if (y < 900) return 0;
    const back = 0.42 * fallOff(x, y, 1430, 1002, 400, 52, 0.5);
    const long = 0.36 * fallOff(x, y, 1060, 1165, 560, 64, 0.5);
    const contact = 0.5 * fallOff(x, y, 928, 1124, 446, 92, 0.12);
    return 1 - (1 - back) * (1 - long) * (1 - contact);
  });
  for (let i = 0; i < depth.length; i += 1) if (depth[i] > 0) tint(painting, i, SHADOW, depth[i]);
};

const furniture = podium(1330, 770, 190, 230, 'pb') + podium(920, 1000, 430, 120, 'pa');

/** Bright studio: a seamless sweep, window light with leaf shadows, two round podiums. */
export const drawStudio = async () => {
  const painting = createPainting(WIDTH, HEIGHT);
  const picture = rasterise(furniture, WIDTH, HEIGHT);
  paintSweep(painting);
  paintShadows(painting);
  overlay(painting, await picture);
  return develop(painting, 0.12, 0.012);
};
