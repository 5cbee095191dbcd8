import { polyline, stations, type Station } from '../canvas/curve';
import type { Piece } from '../canvas/relief';
import { symbol } from '../brand/symbol';
import { path, shift, stroke } from './paint';
import * as line from './shoe-lines';

const { min, sin } = Math;

/** Where the laces and the straps meet the lace panel. */
export const eyelets = (): Station[] => shift(stations(line.throat, 16).slice(1, 15), 24);

const strapRuns = () =>
  eyelets()
    .filter((_, i) => i % 2 === 0)
    .map(({ x, y }, i) => {
      const end = 400 + i * 62;
      return `M${x - 6},${y + 16} C${x - 30},${y + 90} ${end + 70},${620 - i * 3} ${end},730`;
    })
    .join('');

/** Welded straps that run from the eyelets under the foot, and the mark at the heel. */
export const straps = (): Piece[] => [
  {
    svg: stroke(strapRuns(), '#ab141e', 17),
    rise: 3.5,
    round: 5,
    gloss: 0.5,
    shade: 0.4,
    shadeWidth: 7,
  },
  {
    svg: symbol(166, 524, 106, '#f6efe4', '#ff8a6e'),
    rise: 3,
    round: 3,
    gloss: 0.5,
    shade: 0.4,
    shadeWidth: 5,
  },
];

const laceRuns = () => {
  const eyes = eyelets().filter((_, i) => i % 2 === 0);
  const tops = stations(line.ridge, 16).slice(1, 15);
  return eyes.map((eye, i) => {
    const top = tops[min(tops.length - 1, i * 2 + 1)];
    const x = top.x + top.dy * 30 + 10;
    const y = top.y - top.dx * 30 + 14;
    return `M${eye.x},${eye.y} C${eye.x + 8},${eye.y - 24} ${x - 44},${y + 2} ${x},${y}`;
  });
};

/** Laces end where they pass over the tongue, a lace's thickness beyond it. */
const overTongue = (fragment: string) =>
  `<defs><mask id="o" maskUnits="userSpaceOnUse" x="0" y="0" width="1440" height="960">` +
  `<path d="${line.tongue}" fill="#fff" stroke="#fff" stroke-width="7"/><path d="${line.upper}" fill="#fff"/></mask></defs><g mask="url(#o)">${fragment}</g>`;

const lace = (x: number, y: number) => 1.1 * sin((x - y) * 0.8) * sin((x + y) * 0.8);

/** Eyelets, and flat laces from each of them over the tongue's ridge. */
export const lacing = (): Piece[] => {
  const eyes = eyelets().filter((_, i) => i % 2 === 0);
  const rings = eyes.map(({ x, y }) => `M${x - 10},${y}a10 10 0 1 0 20 0a10 10 0 1 0 -20 0Z`);
  const runs = laceRuns();
  return [
    { svg: path(rings.join(''), '#1b1d21'), rise: -3, round: 4 },
    {
      svg: overTongue(runs.map((d) => stroke(d, '#f3ece0', 20) + stroke(d, '#d8323a', 3)).join('')),
      rise: 7,
      round: 10,
      grain: lace,
      gloss: 0.1,
      shade: 0.6,
      shadeWidth: 12,
    },
  ];
};

const tooth = ({ x, y, dx, dy }: Station, lean: number, half: number, depth: number) => {
  const along = (a: number, b: number) => ({ x: x + dx * a - dy * b, y: y + dy * a + dx * b });
  const corners = [
    along(-half, 2),
    along(half, 2),
    along(half - 5 + lean, depth),
    along(5 - half + lean, depth),
  ];
  return polyline(corners, true);
};

/** Rubber cleats along the ground, two rows deep, leaning back under the heel and forward under the toe. */
export const lugs = (): Piece[] => {
  const spots = stations(line.tread, 47);
  const row = (offset: number, depth: number) =>
    spots
      .map((spot, i) => {
        const lean = i < 16 ? -7 : 7;
        return i % 2 === offset && i > 0 && i < 46 ? tooth(spot, lean, 23, depth) : '';
      })
      .join('');
  return [
    { svg: path(row(0, 33), '#121317'), rise: 4, round: 5, gloss: 0.2 },
    {
      svg: path(row(1, 38), '#2b2d34'),
      rise: 7,
      round: 8,
      gloss: 0.35,
      shade: 0.5,
      shadeWidth: 6,
    },
  ];
};

/** Moulded lines and the speckled lower wedge of the midsole. */
export const sculpting = (): Piece[] => {
  const grooves =
    'M150,690 C260,716 360,716 470,712M190,664 C280,692 380,700 480,700M1010,738 C1130,738 1240,716 1330,676M1060,722 C1160,718 1250,700 1320,668';
  return [{ svg: stroke(grooves, '#cfc4b2', 5), rise: -3.5, round: 5, gloss: 0.15 }];
};
