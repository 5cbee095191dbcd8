import { createNoise } from '../canvas/noise';
import { packshot } from '../canvas/packshot';
import type { Piece } from '../canvas/relief';

const { atan2, hypot, sin } = Math;

const SIZE = 1100;
const CX = 550;
const CY = 620;

const spun = createNoise(121);
const brushing = (x: number, y: number) => 0.2 * spun(hypot(x - CX, y - CY) * 0.7, 2);
const knurl = (x: number, y: number) => 2.2 * sin(atan2(y - CY, x - CX) * 110);

const disc = (radius: number, paint: string) =>
  `<circle cx="${CX}" cy="${CY}" r="${radius}" fill="${paint}"/>`;

const ring = (radius: number, thickness: number, paint: string) =>
  `<circle cx="${CX}" cy="${CY}" r="${radius}" fill="none" stroke="${paint}" stroke-width="${thickness}"/>`;

const spoke = (degrees: number, from: number, to: number, thickness: number, paint: string) =>
  `<path d="M${CX} ${CY - from}V${CY - to}" stroke="${paint}" stroke-width="${thickness}" transform="rotate(${degrees} ${CX} ${CY})"/>`;

const scale = Array.from({ length: 72 }, (_, i) => {
  const major = i % 6 === 0;
  return spoke(i * 5, 318, major ? 282 : 298, major ? 5 : 2.4, '#2b241c');
}).join('');

const star = (length: number, waist: number, left: string, right: string, turn: number) =>
  [0, 90, 180, 270]
    .map(
      (angle) =>
        `<g transform="rotate(${angle + turn} ${CX} ${CY})"><path d="M${CX} ${CY}L${CX} ${CY - length}L${CX - waist} ${CY - waist}Z" fill="${left}"/><path d="M${CX} ${CY}L${CX} ${CY - length}L${CX + waist} ${CY - waist}Z" fill="${right}"/></g>`,
    )
    .join('');

const dial =
  `<defs><radialGradient id="d"><stop offset="0" stop-color="#fbf4e4"/><stop offset=".8" stop-color="#efe3c9"/><stop offset="1" stop-color="#cdbb97"/></radialGradient></defs>` +
  disc(330, 'url(#d)') +
  scale +
  ring(270, 2.5, '#5a4a36') +
  ring(150, 1.6, '#8a765a') +
  star(190, 26, '#b8a582', '#8d7853', 45) +
  star(255, 34, '#3a5a58', '#22403f', 0);

const needle = (turn: number): Piece[] => [
  {
    svg: `<g transform="rotate(${turn} ${CX} ${CY})"><path d="M${CX} ${CY - 250}L${CX + 24} ${CY}L${CX - 24} ${CY}Z" fill="#c8242c"/><path d="M${CX} ${CY + 250}L${CX + 24} ${CY}L${CX - 24} ${CY}Z" fill="#e8eaec"/></g>`,
    rise: 9,
    round: 12,
    gloss: 0.5,
    shade: 0.5,
    shadeWidth: 16,
  },
  {
    svg: disc(20, '#c9a45c'),
    inflate: 0.5,
    rise: 10,
    round: 10,
    metal: 0.9,
    gloss: 0.7,
    shade: 0.4,
  },
];

const bow = `<path d="M${CX - 92} 262 C${CX - 110} 120 ${CX - 60} 60 ${CX} 60 C${CX + 60} 60 ${CX + 110} 120 ${CX + 92} 262" fill="none" stroke="#b98d45" stroke-width="30"/>`;

const housing: Piece[] = [
  { svg: bow, inflate: 0.9, metal: 0.9, gloss: 0.7 },
  {
    svg: `<rect x="${CX - 56}" y="176" width="112" height="120" rx="22" fill="#c39a52"/>`,
    inflate: 0.6,
    rise: 10,
    round: 14,
    metal: 0.9,
    gloss: 0.7,
    shade: 0.4,
  },
  {
    svg: disc(412, '#b98d45'),
    level: 40,
    rise: 34,
    round: 44,
    metal: 0.95,
    gloss: 0.7,
    grain: knurl,
  },
  {
    svg: disc(388, '#d2ab62'),
    level: 60,
    rise: 22,
    round: 36,
    metal: 0.95,
    gloss: 0.72,
    grain: brushing,
    shade: 0.3,
  },
  { svg: disc(340, '#7d5d2b'), level: 60, rise: -16, round: 24, metal: 0.8, gloss: 0.6 },
  { svg: dial, level: 42, gloss: 0.1 },
];

const sheen =
  '<defs><linearGradient id="g" x1="0" y1="0" x2=".7" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".42"/><stop offset=".4" stop-color="#fff" stop-opacity=".05"/><stop offset=".41" stop-color="#fff" stop-opacity="0"/></linearGradient></defs>' +
  disc(330, 'url(#g)');

/** Brass field compass seen from above. */
export const drawCompass = () =>
  packshot(SIZE, SIZE, [...housing, ...needle(28), { svg: sheen, gloss: 0.3 }], { scale: 0.8 });
