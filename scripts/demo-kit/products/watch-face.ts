import { createNoise } from '../canvas/noise';
import { polyline, type Point } from '../canvas/curve';
import { path, stroke } from './paint';

/** Centre and radius of the watch's display, px. */
export const FACE = { x: 500, y: 700, radius: 236 };

const wobble = createNoise(31);

const contour = (cx: number, cy: number, radius: number, seed: number): Point[] =>
  Array.from({ length: 90 }, (_, i) => {
    const angle = (i / 90) * Math.PI * 2;
    const reach = radius * (1 + 0.3 * wobble(seed + 2 * Math.cos(angle), 7 + 2 * Math.sin(angle)));
    return { x: cx + reach * Math.cos(angle) * 1.2, y: cy + reach * Math.sin(angle) };
  });

const contours = () =>
  Array.from({ length: 15 }, (_, i) => {
    const line = polyline(contour(430, 760, 24 + i * 26, 3 + i * 0.05), true);
    return stroke(line, i % 4 === 3 ? '#4f8a79' : '#2b5a50', i % 4 === 3 ? 2.4 : 1.5);
  }).join('');

/** Digits as single strokes in a 60 × 100 box. */
const digits: Record<string, string> = {
  '0': 'M14 4H46Q56 4 56 14V86Q56 96 46 96H14Q4 96 4 86V14Q4 4 14 4Z',
  '1': 'M14 20L34 4V96',
  '9': 'M56 44H14Q4 44 4 34V14Q4 4 14 4H46Q56 4 56 14V86Q56 96 46 96H12',
  ':': 'M10 34V36M10 68V70',
};

const clock = (text: string, x: number, y: number, scale: number, paint: string) => {
  let pen = 0;
  const glyphs = [...text].map((glyph) => {
    const placed = `<path transform="translate(${pen} 0)" d="${digits[glyph]}"/>`;
    pen += glyph === ':' ? 40 : 84;
    return placed;
  });
  return `<g transform="translate(${x} ${y}) scale(${scale})" fill="none" stroke="${paint}" stroke-width="13" stroke-linecap="round" stroke-linejoin="round">${glyphs.join('')}</g>`;
};

const arc = (radius: number, from: number, to: number) => {
  const at = (turn: number) =>
    `${FACE.x + radius * Math.sin(turn * Math.PI * 2)},${FACE.y - radius * Math.cos(turn * Math.PI * 2)}`;
  return `M${at(from)} A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}`;
};

const gauges = () =>
  stroke(arc(218, 0.56, 0.94), '#17312e', 13) +
  stroke(arc(218, 0.56, 0.83), '#ff6a3d', 13) +
  stroke(arc(218, 0.06, 0.44), '#17312e', 13) +
  stroke(arc(218, 0.16, 0.44), '#7fe0b8', 13);

const profile =
  'M360,868 L392,850 L420,858 L452,826 L486,836 L520,800 L552,818 L590,806 L618,842 L642,868 Z';

const track = 'M352,772 C390,740 398,690 440,694 C492,700 486,752 540,742 C588,734 590,690 628,664';

/** SVG of the lit display: a map with the day's track, the time, the climb. */
export const display = () =>
  `<defs><radialGradient id="g" cx="${FACE.x}" cy="${FACE.y}" r="${FACE.radius}" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#10302b"/><stop offset="1" stop-color="#071412"/></radialGradient>` +
  `<clipPath id="k"><circle cx="${FACE.x}" cy="${FACE.y}" r="${FACE.radius}"/></clipPath></defs>` +
  `<g clip-path="url(#k)"><circle cx="${FACE.x}" cy="${FACE.y}" r="${FACE.radius}" fill="url(#g)"/>${contours()}` +
  `${stroke(track, '#ff6a3d', 7)}<circle cx="628" cy="664" r="13" fill="#fff"/><circle cx="628" cy="664" r="8" fill="#ff6a3d"/>` +
  `${path(profile, '#7fe0b8', 'opacity=".85"')}${clock('10:09', 366, 540, 0.78, '#f4fbf7')}${gauges()}</g>`;
