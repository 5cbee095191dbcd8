import { symbol } from '../brand/symbol';
import { wordmark, wordWidth } from '../brand/wordmark';
import { BRAND } from '../brand/name';
import { createFractal, createNoise } from '../canvas/noise';
import { packshot } from '../canvas/packshot';
import type { Piece } from '../canvas/relief';
import { gradient, path, stroke } from './paint';

const { asin, max, min, sin } = Math;

const WIDTH = 900;
const HEIGHT = 1500;

/** Harder light than usual: a plain cylinder needs its shadow side. */
const lamps = { key: 1.05, sky: 0.34, ground: 0.1, hollow: 1 };

const speckle = createFractal(createNoise(21), 2);
const powder = (x: number, y: number) => 0.4 * speckle(x * 0.45, y * 0.45);
const brushed = createNoise(22);
const brushing = (x: number, y: number) => 0.12 * brushed(x * 0.02, y * 0.9);
const knurl = (x: number) => 2.4 * sin((asin(max(-1, min(1, (x - 450) / 148))) * 148) / 3.6);

const body =
  'M262,520 C262,440 330,420 336,372 L564,372 C570,420 638,440 638,520 L638,1352 C638,1392 626,1408 600,1412 L300,1412 C274,1408 262,1392 262,1352 Z';
const base =
  'M263,1330 L637,1330 L637,1356 C637,1398 624,1416 598,1420 L302,1420 C276,1416 263,1398 263,1356 Z';
const collar = 'M334,340 L566,340 L570,382 L330,382 Z';
const cap =
  'M302,338 L302,216 C302,190 314,178 340,176 L560,176 C586,178 598,190 598,216 L598,338 Z';
const top =
  'M318,180 C330,158 352,148 380,146 L520,146 C548,148 570,158 582,180 L582,194 L318,194 Z';
const handle = 'M346,190 C338,92 380,58 450,58 C520,58 562,92 554,190';

const closure: Piece[] = [
  {
    svg: stroke(handle, '#c8452f', 34),
    inflate: 0.9,
    grain: (x, y) => 1.2 * sin((x + y) * 0.36) * sin((x - y) * 0.36),
    gloss: 0.2,
  },
  { svg: path(collar, '#d5d8da'), turn: 0.9, grain: brushing, metal: 0.95, gloss: 0.75 },
  { svg: path(top, '#2a2c30'), turn: 0.9, grain: powder, gloss: 0.25 },
  { svg: path(cap, '#25272b'), turn: 0.9, grain: knurl, gloss: 0.3, shade: 0.5, shadeWidth: 12 },
  {
    svg: path('M301,296 L599,296 L599,340 L301,340 Z', '#2b2d31'),
    turn: 0.92,
    rise: 2,
    round: 5,
    grain: powder,
    gloss: 0.3,
  },
];

const flask: Piece[] = [
  {
    svg:
      gradient(
        'b',
        [
          [0, '#2c5c4c'],
          [0.5, '#255242'],
          [1, '#1d4034'],
        ],
        [0, 400, 0, 1410],
      ) + path(body, 'url(#b)'),
    turn: 0.9,
    grain: powder,
    gloss: 0.6,
    shade: 0.5,
    shadeWidth: 10,
  },
  { svg: path(base, '#cfd3d6'), turn: 0.9, grain: brushing, metal: 0.95, gloss: 0.7 },
  { svg: stroke('M264,1330 L636,1330', '#101513', 4), rise: -2, round: 3 },
];

const name = () => {
  const capHeight = 46;
  const length = wordWidth(BRAND, capHeight);
  return (
    `<g transform="translate(473 ${1180}) rotate(-90)">${wordmark(BRAND, 0, -capHeight, capHeight, '#dfe3e2')}</g>` +
    symbol(395, 1180 - length - 150, 110, '#dfe3e2')
  );
};

const engraving: Piece[] = [
  { svg: name(), rise: -2, round: 3, grain: brushing, metal: 0.9, gloss: 0.55 },
];

/** Insulated steel bottle, powder coated in pine green. */
export const drawBottle = () =>
  packshot(WIDTH, HEIGHT, [...closure, ...flask, ...engraving], { lighting: lamps });
