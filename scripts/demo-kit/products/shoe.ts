import { polyline, stations } from '../canvas/curve';
import { createFractal, createNoise } from '../canvas/noise';
import { packshot } from '../canvas/packshot';
import type { Piece } from '../canvas/relief';
import { gradient, path, shift, stroke, within } from './paint';
import { lacing, lugs, sculpting, straps } from './shoe-details';
import * as line from './shoe-lines';

const { abs, sin } = Math;

const { width, height } = line.SHOE;

/** Knitted mesh: rows of small raised diamonds, opened to pores over the toes. */
const mesh = (x: number, y: number) => {
  const u = (x * 0.82 + y * 0.57) * 0.5;
  const v = (x * -0.57 + y * 0.82) * 0.5;
  return 1.3 * abs(sin(u) * sin(v));
};

const grit = createFractal(createNoise(7), 3);
const rubber = (x: number, y: number) => 0.45 * grit(x * 0.5, y * 0.5);
const film = (x: number, y: number) => 0.35 * grit(x * 0.3, y * 0.3);
const padding = (x: number, y: number) => 0.6 * sin(x * 0.8) * sin(y * 0.8);
const bubbles = (x: number, y: number) => 0.35 * grit(x * 0.3, y * 0.3);

const pores = (id: string, reach: string) =>
  `<defs><pattern id="${id}" width="14" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(24)"><ellipse cx="4" cy="3" rx="3.4" ry="2.3" fill="#6d0b13"/><ellipse cx="11" cy="9" rx="3.4" ry="2.3" fill="#6d0b13"/></pattern></defs>` +
  path(reach, `url(#${id})`);

/** Broad light and shade of the upper's volume: bright over vamp and flank, dark towards the sole and under the ankle. */
const modelling =
  '<defs><radialGradient id="h"><stop offset="0" stop-color="#ff8a72" stop-opacity=".55"/><stop offset="1" stop-color="#ff8a72" stop-opacity="0"/></radialGradient>' +
  '<radialGradient id="d"><stop offset="0" stop-color="#5a0810" stop-opacity=".6"/><stop offset="1" stop-color="#5a0810" stop-opacity="0"/></radialGradient></defs>' +
  '<ellipse cx="1010" cy="545" rx="210" ry="60" fill="url(#h)" transform="rotate(12 1010 545)"/><ellipse cx="330" cy="530" rx="190" ry="80" fill="url(#h)"/>' +
  '<ellipse cx="640" cy="700" rx="560" ry="90" fill="url(#d)"/><ellipse cx="600" cy="450" rx="120" ry="120" fill="url(#d)" opacity=".5"/>';

const inside: Piece[] = [
  {
    svg:
      gradient(
        'c',
        [
          [0, '#4a2a2e'],
          [1, '#140d0f'],
        ],
        [0, 260, 0, 400],
      ) + path(line.farCollar, 'url(#c)'),
    inflate: 0.2,
    grain: padding,
  },
  {
    svg:
      gradient(
        't',
        [
          [0, '#c9282e'],
          [0.5, '#b01d25'],
          [1, '#7d131b'],
        ],
        [600, 190, 800, 470],
      ) + path(line.tongue, 'url(#t)'),
    inflate: 0.7,
    grain: mesh,
    gloss: 0.1,
  },
  {
    svg: path(
      'M562,226 C570,190 598,176 628,190 C646,200 652,216 655,236 L612,312 L548,268 Z',
      '#26282d',
    ),
    rise: 5,
    round: 9,
    grain: padding,
    gloss: 0.15,
  },
];

const body: Piece[] = [
  {
    svg: stroke('M150,330 C106,318 92,268 124,240 C146,222 172,232 176,262', '#ff6a3d', 17),
    rise: 7,
    round: 8,
    gloss: 0.2,
  },
  {
    svg:
      gradient(
        'u',
        [
          [0, '#c01a23'],
          [0.3, '#d8242c'],
          [0.72, '#e5392f'],
          [1, '#cf242b'],
        ],
        [120, 300, 1320, 660],
      ) +
      path(line.upper, 'url(#u)') +
      within(
        line.upper,
        modelling +
          pores(
            'p',
            'M940,520 C1050,530 1150,548 1240,590 C1180,640 1060,632 960,650 C900,660 880,600 940,520Z',
          ) +
          pores(
            'q',
            'M330,500 C420,510 500,470 560,420 L610,470 C560,560 500,630 450,650 C400,620 360,560 330,500Z',
          ),
      ),
    inflate: 0.72,
    grain: mesh,
    gloss: 0.08,
    shade: 0.6,
    shadeWidth: 18,
  },
];

const threads = (distance: number): Piece => ({
  svg: stroke(
    polyline(shift(stations(line.throat, 60), distance)),
    '#ff8f76',
    3,
    'stroke-dasharray="8 7"',
  ),
  rise: 2,
  round: 2,
  shade: 0.3,
  shadeWidth: 4,
});

const overlays: Piece[] = [
  {
    svg: within(line.upper, path(line.cuff, '#2b2d33')),
    rise: 12,
    round: 34,
    grain: padding,
    gloss: 0.06,
  },
  {
    svg: within(line.upper, path(line.counter, '#9c131c')),
    rise: 4,
    round: 9,
    grain: film,
    gloss: 0.45,
    shade: 0.45,
  },
  ...straps(),
  {
    svg: within(line.upper, path(line.rand, '#26282e')),
    rise: 5,
    round: 10,
    grain: film,
    gloss: 0.4,
    shade: 0.5,
  },
  {
    svg: within(line.upper, path(line.lacePanel, '#8f121b')),
    rise: 5,
    round: 8,
    grain: film,
    gloss: 0.4,
    shade: 0.5,
  },
  threads(4),
  threads(46),
];

const base: Piece[] = [
  { svg: path(line.sole, '#1d1f24'), inflate: 0.5, grain: rubber, gloss: 0.25 },
  ...lugs(),
  {
    svg:
      gradient(
        'f',
        [
          [0, '#fdf9f1'],
          [0.6, '#f3ecdf'],
          [1, '#ded4c3'],
        ],
        [0, 640, 0, 800],
      ) + path(line.foam, 'url(#f)'),
    inflate: 0.6,
    rise: 8,
    round: 14,
    grain: bubbles,
    gloss: 0.15,
    shade: 0.55,
    shadeWidth: 10,
  },
  ...sculpting(),
  {
    svg:
      gradient(
        'w',
        [
          [0, '#ff5a36'],
          [0.5, '#ff7a45'],
          [1, '#e5392f'],
        ],
        [90, 0, 1380, 0],
      ) + path(line.wedge, 'url(#w)'),
    rise: 4,
    round: 10,
    grain: bubbles,
    gloss: 0.2,
    shade: 0.35,
    shadeWidth: 6,
  },
];

/** Red trail running shoe in side view. */
export const drawShoe = () =>
  packshot(width, height, [...inside, ...body, ...overlays, ...lacing(), ...base]);
