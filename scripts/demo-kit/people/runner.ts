import { packshot } from '../canvas/packshot';
import type { Piece } from '../canvas/relief';
import { backlight, head, limb, shoe } from './figure';

const { sin } = Math;

const WIDTH = 1200;
const HEIGHT = 1400;

const SKIN = '#3a2a26';
const SHIRT = '#4a1b20';
const SHORTS = '#1b2430';

const cloth = (x: number, y: number) => 0.5 * sin(x * 0.5) * sin(y * 0.5);

const part = (svg: string, inflate = 0.6): Piece => ({
  svg,
  inflate,
  gloss: 0.35,
  shade: 0.35,
  shadeWidth: 16,
});

const farSide: Piece[] = [
  part(
    limb(
      [
        [600, 352, 44],
        [500, 430, 36],
        [420, 500, 33],
        [396, 560, 27],
        [460, 626, 24],
        [512, 668, 20],
        [534, 680, 24],
      ],
      '#241a19',
    ),
  ),
  part(
    limb(
      [
        [560, 690, 76],
        [520, 830, 62],
        [470, 930, 46],
        [430, 990, 50],
        [340, 1080, 40],
        [262, 1140, 23],
      ],
      '#271c1a',
    ) +
      limb(
        [
          [560, 690, 84],
          [528, 800, 76],
          [496, 872, 66],
        ],
        '#151b24',
      ),
  ),
  part(shoe(240, 1164, 58, 1.12, '#5c1c20', '#23262c'), 0.4),
];

const torso: Piece[] = [
  part(
    limb(
      [
        [668, 300, 34],
        [690, 262, 36],
      ],
      SKIN,
    ),
  ),
  {
    ...part(
      limb(
        [
          [652, 346, 62],
          [632, 400, 92],
          [606, 500, 88],
          [584, 590, 76],
          [566, 660, 84],
        ],
        SHIRT,
      ),
    ),
    grain: cloth,
  },
  part(head(712, 214, 10, SKIN)),
  part(
    '<g transform="translate(712 214) rotate(10)"><path d="M-62 -22 C-64 -72 -22 -94 16 -90 C48 -86 66 -60 66 -40 L116 -34 C122 -26 118 -20 108 -20 L58 -26 C20 -34 -20 -34 -62 -22 Z" fill="#8c1f26"/></g>',
    0.4,
  ),
  part(
    limb(
      [
        [654, 214, 24],
        [612, 226, 25],
        [570, 262, 20],
        [548, 306, 8],
      ],
      '#1a1210',
    ),
  ),
];

const nearSide: Piece[] = [
  part(
    limb(
      [
        [574, 700, 88],
        [680, 770, 74],
        [778, 830, 52],
        [806, 880, 50],
        [772, 970, 47],
        [722, 1070, 29],
        [706, 1104, 24],
      ],
      SKIN,
    ),
  ),
  {
    ...part(
      limb(
        [
          [570, 676, 92],
          [640, 746, 88],
          [722, 800, 72],
        ],
        SHORTS,
      ),
    ),
    grain: cloth,
  },
  part(shoe(716, 1128, 14, 1.12, '#b3262c', '#d9d2c6'), 0.4),
  part(
    limb(
      [
        [640, 372, 50],
        [652, 450, 42],
        [676, 520, 37],
        [712, 546, 30],
        [784, 494, 26],
        [832, 440, 20],
        [848, 422, 26],
      ],
      SKIN,
    ),
  ),
  {
    ...part(
      limb(
        [
          [640, 366, 54],
          [650, 430, 50],
          [660, 462, 46],
        ],
        SHIRT,
      ),
    ),
    grain: cloth,
  },
];

/** Runner in full stride, seen from the side against the light. */
export const drawRunner = () =>
  packshot(WIDTH, HEIGHT, [...farSide, ...torso, ...nearSide], { lighting: backlight, scale: 0.8 });
