import { dominantColors } from '../../src/plugins/reference-assets/server/src/media/analysis/colors';
import { MEASURING_LONG_SIDE } from '../../src/plugins/reference-assets/server/src/media/analysis/measure';
import { openPicture } from '../../src/plugins/reference-assets/server/src/media/decode';
import { colorCard, type Rgb } from '../fixtures/color-card';
import { deltaE2000 } from '../unit/media/analysis/delta-e';
import type { EvaluationFigure } from './figures';

const cards = 60;

/** Numbers that are the same on every run (Park and Miller). */
const randomFrom = (seed: number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

const distinct = (count: number, random: () => number): Rgb[] => {
  const colors: Rgb[] = [];
  while (colors.length < count) {
    const next = [0, 1, 2].map(() => Math.floor(random() * 256)) as Rgb;
    if (colors.every((color) => deltaE2000(color, next) > 20)) colors.push(next);
  }
  return colors;
};

/** How far the colours found on drawn cards are from those they were drawn in. Units: ΔE2000. */
export const evaluateColors = async (): Promise<EvaluationFigure[]> => {
  const random = randomFrom(7);
  const distances: number[] = [];
  let extra = 0;
  for (let i = 0; i < cards; i += 1) {
    const rgbs = distinct(2 + Math.floor(random() * 4), random);
    const patches = rgbs.map((rgb) => ({ rgb, share: 0.15 + random() }));
    const { buffer } = await colorCard(patches, { width: 900, height: 600 });
    const found = dominantColors(
      (await openPicture(buffer, { longSide: MEASURING_LONG_SIDE })).raster,
    );
    extra += Math.max(0, found.length - rgbs.length);
    for (const rgb of rgbs)
      distances.push(Math.min(...found.map((one) => deltaE2000(one.rgb, rgb))));
  }
  const n = distances.length;
  return [
    { metric: 'ΔE2000 of a drawn colour, largest', value: Math.max(...distances) },
    { metric: 'ΔE2000 of a drawn colour, mean', value: distances.reduce((a, b) => a + b) / n },
    { metric: 'colours found that were not drawn', value: extra },
  ].map(({ metric, value }) => ({ eval: 'colours', metric, value: Number(value.toFixed(3)), n }));
};
