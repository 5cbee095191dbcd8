import { coarsely, createFractal, createNoise } from '../canvas/noise';
import { lightSurface } from './lit-surface';

const { abs, floor, max, min, sin, sqrt } = Math;

const SIZE = 1280;
const WALE = 32;
const COURSE = 27;

const fibres = createFractal(createNoise(101), 3);
const dye = createNoise(102);
const drape = createFractal(createNoise(103), 3);

const SIDE = SIZE + 1;

/** How far the cloth sways and swells at each spot, in about [-1, 1]. */
const swayField = () => coarsely(SIDE, SIDE, 8, (x, y) => drape(x * 0.004, y * 0.004));

/** Where in its loop a spot lies: two slanted strands make the V of a knit stitch. */
const loopAt = (x: number, y: number, sway: number) => {
  const column = floor((x + sway) / WALE);
  const across = (x + sway) / WALE - column;
  const leg = across < 0.5 ? 0 : 1;
  const u = leg === 0 ? across * 2 : 2 - across * 2;
  const along = (y + sway) / COURSE - u * 0.72;
  const row = floor(along);
  return { column, row, leg, u, v: along - row };
};

/** Colours of the yarn and of the neps that shredded bottles and old garments leave in it. */
const yarn: [number, number, number] = [64, 104, 100];
const neps: [number, number, number][] = [
  [214, 96, 66],
  [226, 216, 196],
  [40, 62, 72],
  [198, 160, 78],
];

const strandHeight = (x: number, y: number, sway: number) => {
  const { u, v } = loopAt(x, y, sway * 5);
  const strand = max(0, 1 - ((v - 0.5) / 0.5) ** 2);
  const width = max(0, 1 - ((u - 0.52) / 0.6) ** 2);
  const twist = 0.35 * sin((v * 2.2 + u * 3.4) * 9);
  return 7.5 * sqrt(strand * width) + twist + 1.1 * fibres(x * 0.22, y * 0.22);
};

const yarnAt = (x: number, y: number, sway: number) => {
  const { column, row, leg } = loopAt(x, y, sway * 5);
  const chance = dye(column * 3.7 + leg * 1.9 + 0.5, row * 2.3 + 0.5);
  const pick = abs(floor(dye(row * 5.1 + 0.5, column * 4.3 + 0.5) * 40)) % neps.length;
  return { base: chance > 0.72 ? neps[pick] : yarn, chance };
};

/** Recycled knit fabric, teal heather with coloured specks. */
export const drawKnit = async () => {
  const sways = swayField();
  const height = (x: number, y: number) => {
    const sway = sways[y * SIDE + x];
    return strandHeight(x, y, sway) + 12 * sway;
  };
  const colour = (x: number, y: number, level: number): [number, number, number] => {
    const sway = sways[y * SIDE + x];
    const { base, chance } = yarnAt(x, y, sway);
    const depth = 0.5 + 0.055 * min(10, max(0, level - 12 * sway));
    const heather = (1 + 0.2 * chance + 0.22 * fibres(x * 0.3 + 50, y * 0.1)) * depth * 1.42;
    return [base[0] * heather, base[1] * heather, base[2] * heather];
  };
  return lightSurface(SIZE, { height, colour });
};
