import { curvePath, type Cubic } from '../canvas/curve';

/** Lines of the shoe in px of a 1440 × 960 picture, toe to the right, ground at y = 840. */
export const SHOE = { width: 1440, height: 960 };

/** Where the upper meets the foam, heel to toe. */
export const feather: Cubic[] = [
  [112, 622, 190, 676, 330, 690, 520, 686],
  [520, 686, 740, 680, 860, 716, 1040, 712],
  [1040, 712, 1160, 709, 1250, 690, 1334, 650],
];

/** Where the foam meets the rubber, heel to toe. */
export const tread: Cubic[] = [
  [118, 742, 170, 790, 280, 804, 420, 802],
  [420, 802, 600, 798, 760, 812, 960, 808],
  [960, 808, 1120, 804, 1260, 770, 1352, 704],
];

/** Edge of the lace panel, from the collar down to the toe box. */
export const throat: Cubic[] = [[560, 282, 630, 344, 706, 420, 866, 478]];

/** Ridge of the tongue under the laces, a little above the lace panel. */
export const ridge: Cubic[] = [[610, 206, 670, 292, 756, 398, 880, 474]];

const back = 'M128,690 C108,630 116,566 142,490 C158,440 152,386 130,330';
const tab = 'C116,290 132,256 166,254 C200,254 214,294 240,330';
const collar = 'C288,394 366,416 436,392 C496,368 530,326 560,282';
const vamp = 'C630,344 706,420 866,478 C976,516 1084,522 1180,552 C1268,582 1330,618 1340,690';

export const upper = `${back} ${tab} ${collar} ${vamp} L1240,740 L1000,756 L560,730 L200,730 Z`;

export const tongue =
  'M430,430 C500,366 540,296 560,226 C568,192 596,176 626,188 C650,198 656,222 660,250 C716,334 790,420 876,484 L840,530 L600,530 Z';

/** Lining seen over the near collar: the far side of the opening. */
export const farCollar =
  'M140,300 C160,250 210,250 240,292 C290,356 376,366 446,336 C510,306 536,266 566,226 L600,300 L480,470 L200,440 Z';

export const foam =
  `${curvePath(feather)} C1370,640 1386,668 1372,690 C1366,698 1360,700 1352,704 ` +
  'C1260,770 1120,804 960,808 C760,812 600,798 420,802 C280,804 170,790 118,742 C86,712 84,652 112,622 Z';

/** Lower, firmer foam with its wavy upper edge. */
export const wedge =
  'M94,690 C150,730 220,726 300,730 C420,736 480,768 600,764 C740,758 820,744 960,750 C1120,756 1260,734 1376,676 ' +
  'C1374,690 1362,698 1352,704 C1260,770 1120,804 960,808 C760,812 600,798 420,802 C280,804 170,790 118,742 C104,730 96,712 94,690 Z';

export const sole =
  'M94,706 C108,752 190,782 420,782 C620,778 760,794 960,790 C1120,786 1250,756 1344,694 L1376,682 C1372,716 1320,754 1250,778 ' +
  'C1160,808 1060,820 960,824 L420,818 C280,820 190,806 136,768 C110,750 98,736 94,706 Z';

/** Rubber that wraps the toe and runs back along the foam. */
export const rand =
  'M1360,720 L1344,690 C1334,640 1290,596 1222,566 C1206,600 1174,632 1120,640 C1030,652 940,650 860,672 C800,688 740,694 640,692 ' +
  'L640,740 L1060,780 L1320,740 Z';

/** Hard cup around the heel. */
export const counter =
  'M90,700 C104,620 116,560 150,470 C176,452 206,470 236,498 C286,544 310,600 366,636 C410,662 460,676 540,684 L540,740 L160,740 Z';

/** Panel that carries the eyelets. */
export const lacePanel =
  'M538,308 L560,270 C630,334 706,410 866,470 C906,482 948,494 984,504 C962,532 906,540 850,526 ' +
  'C766,504 684,450 620,404 C584,376 552,344 538,308 Z';

/** Padded edge around the ankle. */
export const cuff =
  'M124,336 C112,284 132,244 168,246 C206,250 214,294 240,330 C288,394 366,416 436,392 C496,368 530,326 560,282 ' +
  'L596,312 C570,372 516,428 452,450 C366,478 276,454 222,392 C204,370 190,352 174,348 C158,346 150,360 146,384 Z';

/** Loop at the heel for pulling the shoe on. */
export const pull =
  'M118,300 C92,282 92,244 124,226 C150,212 178,222 182,252 L162,258 C160,244 146,240 134,248 C118,258 118,276 134,284 Z';
