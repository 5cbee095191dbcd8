import { polyline } from '../canvas/curve';
import { createFractal, createNoise } from '../canvas/noise';
import { packshot } from '../canvas/packshot';
import type { Piece } from '../canvas/relief';

const { abs, cos, sign, sin } = Math;

const WIDTH = 1000;
const HEIGHT = 1100;

const wear = createFractal(createNoise(111), 5, 0.6);
const veins = createFractal(createNoise(112), 4);

interface Stone {
  cx: number;
  cy: number;
  rx: number;
  ry: number;
  tilt: number;
  light: string;
  dark: string;
  vein: string;
}

/** A river stone's outline: an ellipse worn unevenly. */
const outline = ({ cx, cy, rx, ry, tilt }: Stone, seed: number) => {
  const points = Array.from({ length: 72 }, (_, i) => {
    const angle = (i / 72) * Math.PI * 2;
    const worn = 1 + 0.07 * wear(seed * 5 + cos(angle), seed * 3 + sin(angle));
    const x = sign(cos(angle)) * abs(cos(angle)) ** 0.86 * rx * worn;
    const y = sign(sin(angle)) * abs(sin(angle)) ** 0.86 * ry * worn;
    return `${i === 0 ? 'M' : 'L'}${(cx + x).toFixed(1)} ${(cy + y).toFixed(1)}`;
  });
  return `<path d="${points.join('')}Z" fill="url(#s)" stroke="url(#s)" stroke-width="4" stroke-linejoin="round" transform="rotate(${tilt} ${cx} ${cy})"/>`;
};

const shaded = (stone: Stone, seed: number) =>
  `<defs><radialGradient id="s" cx=".38" cy=".28" r=".85"><stop offset="0" stop-color="${stone.light}"/><stop offset="1" stop-color="${stone.dark}"/></radialGradient></defs>` +
  outline(stone, seed);

const band = (stone: Stone, seed: number) => {
  const { cx, cy, rx, ry, tilt, vein } = stone;
  const lines = [0.18, 0.26, -0.34].map((offset, i) => {
    const points = Array.from({ length: 61 }, (_, k) => {
      const t = (k / 60) * 2 - 1;
      return { t, v: offset + t * 0.3 + 0.12 * veins(seed + t * 2, i * 9) };
    })
      .filter(({ t, v }) => t * t + v * v < 0.9)
      .map(({ t, v }) => ({ x: cx + t * rx, y: cy + v * ry }));
    return `<path d="${polyline(points)}" fill="none" stroke="${vein}" stroke-opacity="${0.5 - 0.12 * i}" stroke-width="${9 - 3 * i}" stroke-linecap="round"/>`;
  });
  return `<g transform="rotate(${tilt} ${cx} ${cy})">${lines.join('')}</g>`;
};

const stones: Stone[] = [
  {
    cx: 500,
    cy: 890,
    rx: 390,
    ry: 150,
    tilt: -2,
    light: '#8d8983',
    dark: '#5b5957',
    vein: '#c9c3b8',
  },
  {
    cx: 486,
    cy: 655,
    rx: 292,
    ry: 112,
    tilt: 4,
    light: '#b9a48c',
    dark: '#7d6a57',
    vein: '#e6d8c2',
  },
  {
    cx: 522,
    cy: 468,
    rx: 214,
    ry: 92,
    tilt: -5,
    light: '#6f7c80',
    dark: '#414b50',
    vein: '#b7c3c4',
  },
  {
    cx: 496,
    cy: 318,
    rx: 142,
    ry: 72,
    tilt: 6,
    light: '#d8d1c6',
    dark: '#9b948b',
    vein: '#a7917c',
  },
  {
    cx: 512,
    cy: 208,
    rx: 82,
    ry: 50,
    tilt: -8,
    light: '#a4604c',
    dark: '#6d3a2e',
    vein: '#d9a58e',
  },
];

const pieces = stones.flatMap((stone, seed): Piece[] => [
  {
    svg: shaded(stone, seed) + band(stone, seed),
    inflate: 0.82,
    grain: (x, y) => 1.6 * wear(x * 0.05 + seed * 20, y * 0.05) + 0.5 * veins(x * 0.5, y * 0.5),
    gloss: 0.16,
    shade: 0.75,
    shadeWidth: 34,
  },
]);

/** Five river stones stacked as a trail marker. */
export const drawStones = () => packshot(WIDTH, HEIGHT, pieces, { scale: 0.8 });
