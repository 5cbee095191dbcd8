import type { Station } from '../canvas/curve';

/** SVG of a filled path. */
export const path = (d: string, paint: string, extra = '') =>
  `<path d="${d}" fill="${paint}" ${extra}/>`;

/** SVG of a line with round ends. */
export const stroke = (d: string, paint: string, thickness: number, extra = '') =>
  `<path d="${d}" fill="none" stroke="${paint}" stroke-width="${thickness}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;

/** SVG definition of a linear gradient between two points. */
export const gradient = (
  id: string,
  stops: [number, string][],
  [x1, y1, x2, y2]: [number, number, number, number],
) =>
  `<defs><linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops
    .map(([offset, paint]) => `<stop offset="${offset}" stop-color="${paint}"/>`)
    .join('')}</linearGradient></defs>`;

/** SVG of a fragment shown only inside a path. */
export const within = (d: string, fragment: string) =>
  `<defs><clipPath id="w"><path d="${d}"/></clipPath></defs><g clip-path="url(#w)">${fragment}</g>`;

/** Points moved sideways, to the right of the way they run, px. */
export const shift = (points: Station[], distance: number): Station[] =>
  points.map((p) => ({ ...p, x: p.x - p.dy * distance, y: p.y + p.dx * distance }));
