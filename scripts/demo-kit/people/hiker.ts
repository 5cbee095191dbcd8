import { packshot } from '../canvas/packshot';
import type { Piece } from '../canvas/relief';
import { backlight, head, limb, shoe } from './figure';

const { sin } = Math;

const WIDTH = 1100;
const HEIGHT = 1400;

const SKIN = '#3a2a26';
const JACKET = '#1f3a35';
const TROUSERS = '#242a33';

const weave = (x: number, y: number) => 0.5 * sin(x * 0.6) * sin(y * 0.6);

const part = (svg: string, inflate = 0.6): Piece => ({
  svg,
  inflate,
  gloss: 0.32,
  shade: 0.35,
  shadeWidth: 16,
});

const pole = (x1: number, y1: number, x2: number, y2: number) =>
  `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="#6d747b" stroke-width="9" stroke-linecap="round"/>` +
  `<path d="M${x1} ${y1}L${x1 + (x2 - x1) * 0.09} ${y1 + (y2 - y1) * 0.09}" stroke="#14171b" stroke-width="22" stroke-linecap="round"/>` +
  `<ellipse cx="${x1 + (x2 - x1) * 0.93}" cy="${y1 + (y2 - y1) * 0.93}" rx="20" ry="6" fill="#23282e"/>`;

const farSide: Piece[] = [
  part(pole(396, 640, 250, 1246), 0.4),
  part(
    limb(
      [
        [540, 372, 42],
        [498, 470, 37],
        [462, 560, 34],
        [420, 620, 28],
        [396, 660, 24],
      ],
      '#142622',
    ),
  ),
  {
    ...part(
      limb(
        [
          [560, 700, 82],
          [520, 850, 68],
          [476, 960, 54],
          [410, 1060, 48],
          [340, 1150, 36],
        ],
        '#191e25',
      ),
    ),
    grain: weave,
  },
  part(shoe(318, 1184, 36, 1.2, '#3b2a20', '#15171a'), 0.4),
];

const pack: Piece[] = [
  {
    ...part(
      '<path d="M300 330 C306 270 360 250 420 262 L520 300 L540 640 C520 690 400 700 348 676 C300 650 290 560 292 470 Z" fill="#7a2a22"/>',
      0.55,
    ),
    grain: weave,
  },
  {
    ...part(
      '<path d="M296 470 C330 452 400 452 440 470 L446 640 C410 668 350 664 320 640 C300 600 294 540 296 470 Z" fill="#5e1f1a"/>',
      0.5,
    ),
    grain: weave,
  },
  part(
    '<path d="M306 268 C306 226 340 208 400 210 C470 212 512 236 514 276 C470 300 350 304 306 268 Z" fill="#b98d45"/>',
    0.7,
  ),
  part(
    '<path d="M340 300h18v360h-18ZM430 300h16v350h-16Z" fill="#17191d"/><path d="M300 430h150v14H298Z" fill="#17191d"/>',
    0.2,
  ),
];

const torso: Piece[] = [
  part(
    limb(
      [
        [596, 300, 36],
        [604, 266, 36],
      ],
      SKIN,
    ),
  ),
  {
    ...part(
      limb(
        [
          [580, 352, 70],
          [572, 430, 92],
          [562, 540, 90],
          [556, 640, 88],
          [556, 700, 92],
        ],
        JACKET,
      ),
    ),
    grain: weave,
  },
  part(
    limb(
      [
        [552, 330, 24],
        [600, 312, 30],
        [634, 328, 22],
      ],
      '#16302b',
    ),
  ),
  part(head(618, 214, 2, SKIN)),
  part(
    '<path d="M552 196 C546 130 588 104 634 108 C676 112 694 142 690 180 C650 168 598 174 552 196 Z" fill="#8c2f28"/><path d="M546 190 C590 164 650 160 694 172 L694 196 C650 184 596 190 550 214 Z" fill="#a63c33"/><circle cx="622" cy="96" r="22" fill="#d8cdbb"/>',
    0.5,
  ),
];

const nearSide: Piece[] = [
  {
    ...part(
      limb(
        [
          [568, 710, 90],
          [640, 830, 72],
          [690, 930, 56],
          [704, 1030, 50],
          [700, 1150, 36],
        ],
        TROUSERS,
      ),
    ),
    grain: weave,
  },
  part(shoe(700, 1206, -4, 1.2, '#5a3d29', '#1a1c20'), 0.4),
  part(pole(800, 560, 872, 1240), 0.4),
  {
    ...part(
      limb(
        [
          [566, 372, 56],
          [590, 470, 46],
          [626, 548, 40],
          [700, 566, 33],
          [768, 572, 27],
        ],
        JACKET,
      ),
    ),
    grain: weave,
  },
  part(
    limb(
      [
        [772, 574, 24],
        [800, 582, 27],
      ],
      SKIN,
    ),
  ),
  part(
    '<path d="M540 318 C574 372 584 470 548 560 L528 556 C556 470 550 384 516 330 Z" fill="#17191d"/>',
    0.3,
  ),
  part('<path d="M470 640h186v26H468Z" fill="#17191d"/>', 0.3),
];

/** Hiker with a backpack and two poles, seen from the side against the light. */
export const drawHiker = () =>
  packshot(WIDTH, HEIGHT, [...farSide, ...pack, ...torso, ...nearSide], {
    lighting: backlight,
    scale: 0.8,
  });
