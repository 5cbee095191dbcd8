import { createRandom } from '../canvas/noise';

const MIDDLE = 1120;

interface Stand {
  seed: number;
  count: number;
  foot: number;
  thickness: number;
  dark: string;
  lit: string;
}

const outline = (x: number, base: number, wide: number, lean: number, bend: number) =>
  `M${x - wide * 0.85} ${base} C${x - wide * 0.5} ${base - wide} ${x - wide / 2 + bend} ${base * 0.6} ${x - wide * 0.36 + lean} -10 ` +
  `L${x + wide * 0.36 + lean} -10 C${x + wide / 2 + bend} ${base * 0.6} ${x + wide * 0.5} ${base - wide} ${x + wide * 0.85} ${base} ` +
  `Q${x + wide * 0.5} ${base + wide * 0.16} ${x + wide * 0.2} ${base + wide * 0.06} Q${x - wide * 0.2} ${base + wide * 0.24} ${x - wide * 0.85} ${base}Z`;

/** SVG of one row of tree trunks; the side that faces the light is lit, the path stays free. */
export const trunks = ({ seed, count, foot, thickness, dark, lit }: Stand) => {
  const random = createRandom(seed);
  const clear = thickness * 5;
  const parts = Array.from({ length: count }, (_, i) => {
    let x = ((i + 0.15 + 0.7 * random()) / count) * 2000 - 40;
    if (Math.abs(x - MIDDLE) < clear) x += x < MIDDLE ? -clear : clear;
    const wide = thickness * (0.6 + 0.7 * random());
    const lean = (random() - 0.5) * wide * 1.6;
    const base = foot + (random() - 0.3) * thickness * 0.9;
    const d = outline(x, base, wide, lean, (random() - 0.5) * wide);
    const [left, right] = x < MIDDLE ? [dark, lit] : [lit, dark];
    const turn = x < MIDDLE ? 0.68 : 0.32;
    return (
      `<defs><linearGradient id="t${i}"><stop offset="0" stop-color="${left}"/><stop offset="${turn}" stop-color="${dark}"/><stop offset="1" stop-color="${right}"/></linearGradient></defs>` +
      `<ellipse cx="${x + (x - MIDDLE) * 0.04}" cy="${base}" rx="${wide * 1.7}" ry="${wide * 0.2}" fill="#0a140d" fill-opacity=".3"/>` +
      `<path d="${d}" fill="url(#t${i})"/>`
    );
  });
  return parts.join('');
};

const frond = (x: number, y: number, angle: number, length: number, paint: string) => {
  const leaflets: string[] = [];
  for (let i = 3; i < 26; i += 1) {
    const t = i / 26;
    const droop = t * t * length * 0.35;
    const px = t * length;
    const size = length * 0.2 * (1 - t) + 3;
    leaflets.push(
      `M${px} ${droop}q${size * 0.5} ${-size * 0.75} ${size * 0.2} ${-size}q${-size * 0.5} ${size * 0.3} ${-size * 0.2} ${size}`,
    );
    leaflets.push(
      `M${px} ${droop}q${size * 0.5} ${size * 0.75} ${size * 0.2} ${size}q${-size * 0.5} ${-size * 0.3} ${-size * 0.2} ${-size}`,
    );
  }
  return (
    `<g transform="translate(${x} ${y}) rotate(${angle})"><path d="M0 0Q${length * 0.5} 0 ${length} ${length * 0.35}" fill="none" stroke="${paint}" stroke-width="3"/>` +
    `<path d="${leaflets.join('')}" fill="${paint}"/></g>`
  );
};

/** SVG of dark ferns in both lower corners, the nearest thing to the camera. */
export const ferns = (width: number, height: number) => {
  const random = createRandom(77);
  const paints = ['#0f1b12', '#16281a', '#21391f', '#35522a'];
  const clump = (x: number, y: number, size: number) =>
    Array.from({ length: 11 }, (_, i) =>
      frond(
        x + (random() - 0.5) * 50,
        y,
        -170 + i * 16 + random() * 8,
        size * (0.6 + 0.5 * random()),
        paints[Math.floor(random() * paints.length)],
      ),
    ).join('');
  const spots: [number, number, number][] = [
    [330, height - 130, 170],
    [1640, height - 150, 190],
    [90, height - 40, 300],
    [width - 110, height - 30, 320],
    [470, height + 10, 210],
    [1480, height + 20, 230],
  ];
  return spots.map(([x, y, size]) => clump(x, y, size)).join('');
};
