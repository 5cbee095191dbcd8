import { createFractal, createNoise } from '../canvas/noise';
import { packshot } from '../canvas/packshot';
import type { Piece } from '../canvas/relief';
import { gradient, path, stroke } from './paint';
import { display, FACE } from './watch-face';

const { cos, hypot, sin } = Math;

const WIDTH = 1000;
const HEIGHT = 1400;
const { x: cx, y: cy } = FACE;

const speckle = createFractal(createNoise(41), 2);
const silicone = (x: number, y: number) => 0.22 * speckle(x * 0.5, y * 0.5);
const spun = createNoise(42);
const brushing = (x: number, y: number) => {
  const radius = hypot(x - cx, y - cy);
  return 0.22 * spun(radius * 0.8, 3);
};

const disc = (radius: number, paint: string) =>
  `<circle cx="${cx}" cy="${cy}" r="${radius}" fill="${paint}"/>`;

const strapHalf = (side: 1 | -1) => {
  const y = (distance: number) => cy + side * distance;
  return `M318,${y(200)} C326,${y(330)} 344,${y(400)} 350,${y(470)} L362,${y(640)} C364,${y(664)} 376,${y(672)} 396,${y(674)} L604,${y(674)} C624,${y(672)} 636,${y(664)} 638,${y(640)} L650,${y(470)} C656,${y(400)} 674,${y(330)} 682,${y(200)} Z`;
};

const holes = [430, 486, 542, 598]
  .map((distance) => `M468,${cy + distance}h64a13 13 0 0 1 0 26h-64a13 13 0 0 1 0 -26Z`)
  .join('');

const ribs = [370, 424, 478, 532, 586, 638]
  .map((distance) => `M392,${cy - distance} Q500,${cy - distance - 22} 608,${cy - distance}`)
  .join('');

const strap: Piece[] = [
  {
    svg:
      gradient(
        'r',
        [
          [0, '#8f1c1a'],
          [0.12, '#cf3630'],
          [0.3, '#b82925'],
          [0.36, '#7d1715'],
          [0.64, '#7d1715'],
          [0.7, '#c9322d'],
          [0.88, '#c02c28'],
          [1, '#861917'],
        ],
        [0, 26, 0, 1374],
      ) + path(strapHalf(1) + strapHalf(-1), 'url(#r)'),
    inflate: 0.42,
    grain: silicone,
    gloss: 0.22,
  },
  { svg: stroke(ribs, '#b82824', 15), rise: -5, round: 8, grain: silicone, gloss: 0.2 },
  { svg: path(holes, '#3a0d0c'), rise: -7, round: 6 },
];

const shoulders = 'M300,474 L346,424 L654,424 L700,474 L700,926 L654,976 L346,976 L300,926 Z';

const buttons: Piece[] = [-130, 0, 130].flatMap((angle) => {
  const turn = (angle === 0 ? 0 : angle > 0 ? 34 : -34) * (Math.PI / 180);
  const x = cx + 300 * cos(turn);
  const y = cy + 300 * sin(turn);
  const button = `<rect x="${x - 34}" y="${y - 30}" width="68" height="60" rx="14" fill="${angle === 0 ? '#e2562f' : '#b9bec2'}" transform="rotate(${(turn * 180) / Math.PI} ${x} ${y})"/>`;
  return [
    { svg: button, level: 40, rise: 16, round: 14, metal: angle === 0 ? 0.3 : 0.9, gloss: 0.6 },
  ];
});

const ticks = () =>
  Array.from({ length: 60 }, (_, i) => {
    const angle = (i / 60) * Math.PI * 2;
    const from = i % 5 === 0 ? 258 : 266;
    const at = (radius: number) =>
      `${(cx + radius * sin(angle)).toFixed(1)},${(cy - radius * cos(angle)).toFixed(1)}`;
    return stroke(
      `M${at(from)}L${at(281)}`,
      i === 0 ? '#ff6a3d' : '#e9edf0',
      i % 5 === 0 ? 6 : 2.6,
    );
  }).join('');

const watchCase: Piece[] = [
  {
    svg: path(shoulders, '#33373c'),
    level: 60,
    rise: 14,
    round: 26,
    grain: silicone,
    gloss: 0.35,
    shade: 0.6,
    shadeWidth: 22,
  },
  ...buttons,
  {
    svg: disc(306, '#c9cdd1'),
    level: 80,
    rise: 18,
    round: 26,
    grain: brushing,
    metal: 1,
    gloss: 0.72,
    shade: 0.5,
    shadeWidth: 16,
  },
  { svg: disc(290, '#1c1f23'), rise: -5, round: 6, metal: 0.5, gloss: 0.6, grain: brushing },
  { svg: ticks(), rise: 1.5, round: 2, gloss: 0.4 },
  { svg: disc(248, '#0a0c0d'), level: 90, rise: -8, round: 12, gloss: 0.8 },
];

const sheen =
  '<defs><linearGradient id="s" x1="0" y1="0" x2=".8" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".2"/><stop offset=".42" stop-color="#fff" stop-opacity=".04"/><stop offset=".43" stop-color="#fff" stop-opacity="0"/></linearGradient></defs>' +
  disc(244, 'url(#s)');

const glass: Piece[] = [{ svg: display() + sheen, level: 82, gloss: 0.25 }];

/** Sports watch with a map display on a red strap, seen from the front. */
export const drawWatch = () => packshot(WIDTH, HEIGHT, [...strap, ...watchCase, ...glass]);
