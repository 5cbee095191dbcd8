import { polyline } from '../canvas/curve';
import type { Lighting } from '../canvas/packshot';

/** A joint: position and half thickness of the body there, px. */
export type Joint = [x: number, y: number, radius: number];

/** Light from behind: the figure stays dark, its edges catch the sun. */
export const backlight: Lighting = { key: 0.5, sky: 0.5, ground: 0.12, hollow: 0.8 };

const between = (a: number, b: number, c: number, d: number, t: number) =>
  0.5 *
  (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3);

const smoothed = (joints: Joint[]): Joint[] => {
  const pick = (i: number) => joints[Math.max(0, Math.min(joints.length - 1, i))];
  return joints.slice(1).flatMap((_, i) =>
    Array.from({ length: 14 }, (__, k): Joint => {
      const t = k / 13;
      const [a, b, c, d] = [pick(i - 1), pick(i), pick(i + 1), pick(i + 2)];
      return [0, 1, 2].map((n) => between(a[n], b[n], c[n], d[n], t)) as Joint;
    }),
  );
};

/** SVG of a limb: a rounded shape that follows its joints and swells with their thickness. */
export const limb = (joints: Joint[], paint: string) => {
  const spine = smoothed(joints);
  const sides = spine.map(([x, y, radius], i) => {
    const before = spine[Math.max(0, i - 2)];
    const after = spine[Math.min(spine.length - 1, i + 2)];
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const nx = (-(after[1] - before[1]) / length) * radius;
    const ny = ((after[0] - before[0]) / length) * radius;
    return { left: { x: x + nx, y: y + ny }, right: { x: x - nx, y: y - ny } };
  });
  const outline = [...sides.map(({ left }) => left), ...sides.map(({ right }) => right).reverse()];
  const ends = [spine[0], spine[spine.length - 1]]
    .map(([x, y, radius]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${paint}"/>`)
    .join('');
  return `<path d="${polyline(outline, true)}" fill="${paint}" stroke="${paint}" stroke-width="2" stroke-linejoin="round"/>${ends}`;
};

/** SVG of a running shoe or boot from heel and toe, sole down. */
export const shoe = (
  x: number,
  y: number,
  turn: number,
  scale: number,
  paint: string,
  sole: string,
) =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})"><path d="M-34 -44 C-40 -20 -40 0 -36 12 L104 16 C112 0 96 -14 74 -20 C52 -28 40 -36 30 -52 Z" fill="${paint}"/>` +
  `<path d="M-40 6 C-40 26 -30 30 -14 30 L84 32 C104 32 114 24 112 10 Z" fill="${sole}"/></g>`;

/** SVG of a head in side view looking right, box about 130 × 170 around (x, y). */
export const head = (x: number, y: number, turn: number, paint: string) =>
  `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-58 -20 C-60 -66 -20 -88 14 -84 C46 -80 62 -56 62 -30 L64 -14 L78 14 C80 20 76 24 66 24 L66 36 L60 42 L62 50 C62 62 52 68 34 64 L22 62 L18 96 L-34 96 L-36 44 C-50 30 -56 8 -58 -20 Z" fill="${paint}"/></g>`;
