import { stations, type Cubic, type Station } from '../canvas/curve';
import { createFractal, createNoise, createRandom } from '../canvas/noise';
import { packshot } from '../canvas/packshot';
import type { Piece } from '../canvas/relief';

const WIDTH = 1400;
const HEIGHT = 900;

const twigs: Cubic[] = [
  [110, 620, 380, 560, 720, 470, 1250, 330],
  [420, 556, 560, 420, 700, 300, 820, 170],
  [560, 520, 720, 590, 860, 680, 960, 790],
  [820, 440, 960, 330, 1040, 240, 1130, 130],
  [880, 420, 1020, 470, 1140, 540, 1230, 650],
];

const bark = createFractal(createNoise(131), 4);

const needle = (random: () => number, { x, y, dx, dy }: Station, side: number, reach: number) => {
  const spread = (0.35 + 0.6 * random()) * side;
  const angle = Math.atan2(dy, dx) + spread;
  const length = reach * (0.7 + 0.45 * random());
  const bend = (random() - 0.5) * 22;
  const ex = x + Math.cos(angle) * length;
  const ey = y + Math.sin(angle) * length;
  const mx = (x + ex) / 2 - Math.sin(angle) * bend;
  const my = (y + ey) / 2 + Math.cos(angle) * bend;
  return `M${x.toFixed(1)} ${y.toFixed(1)}Q${mx.toFixed(1)} ${my.toFixed(1)} ${ex.toFixed(1)} ${ey.toFixed(1)}`;
};

const needles = (seed: number, paint: string, density: number, thickness: number) => {
  const random = createRandom(seed);
  const d = twigs.flatMap((twig, k) => {
    const points = stations([twig], k === 0 ? density * 2 : density);
    return points.flatMap((point, i) => {
      const tip = i / points.length;
      if (k === 0 && tip < 0.16) return [];
      return [needle(random, point, 1, 125 - 40 * tip), needle(random, point, -1, 125 - 40 * tip)];
    });
  });
  return `<path d="${d.join('')}" fill="none" stroke="${paint}" stroke-width="${thickness}" stroke-linecap="round"/>`;
};

const layer = (svg: string, shade: number): Piece => ({
  svg,
  rise: 3,
  round: 3,
  gloss: 0.22,
  shade,
  shadeWidth: 10,
});

const wood = twigs
  .map(
    (t, i) =>
      `<path d="M${t[0]} ${t[1]}C${t.slice(2).join(' ')}" fill="none" stroke="#6b4a33" stroke-width="${i === 0 ? 21 : 11}" stroke-linecap="round"/>`,
  )
  .join('');

const pieces: Piece[] = [
  layer(needles(141, '#1f4430', 110, 4.4), 0),
  layer(needles(142, '#2c5c3b', 90, 4.2), 0.4),
  { svg: wood, inflate: 0.8, grain: (x, y) => 1.8 * bark(x * 0.06, y * 0.16), shade: 0.4 },
  layer(needles(143, '#3f7a45', 80, 4), 0.4),
  layer(needles(144, '#6a9d55', 34, 3.4), 0.35),
];

/** Pine branch with long needles. */
export const drawPineBranch = () => packshot(WIDTH, HEIGHT, pieces, { scale: 0.8 });
