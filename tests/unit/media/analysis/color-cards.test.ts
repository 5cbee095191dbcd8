import sharp from 'sharp';
import { dominantColors } from '../../../../src/plugins/reference-assets/server/src/media/analysis/colors';
import { MEASURING_LONG_SIDE } from '../../../../src/plugins/reference-assets/server/src/media/analysis/measure';
import { openPicture } from '../../../../src/plugins/reference-assets/server/src/media/decode';
import { colorCard, type Rgb } from '../../../fixtures/color-card';
import { deltaE2000 } from './delta-e';
import { svg } from './drawn';

/** Colours of a picture, opened as the analysis opens it. */
const colorsOf = async (file: Buffer) =>
  dominantColors((await openPicture(file, { longSide: MEASURING_LONG_SIDE })).raster);

/** Numbers that are the same on every run (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/** Colours that people would tell apart, drawn by lot. */
const distinct = (count: number, random: () => number): Rgb[] => {
  const colors: Rgb[] = [];
  while (colors.length < count) {
    const next = [0, 1, 2].map(() => Math.floor(random() * 256)) as Rgb;
    if (colors.every((color) => deltaE2000(color, next) > 20)) colors.push(next);
  }
  return colors;
};

const nearest = (found: { rgb: Rgb; share: number }[], rgb: Rgb) =>
  found
    .map((one) => ({ ...one, distance: deltaE2000(one.rgb, rgb) }))
    .sort((a, b) => a.distance - b.distance)[0]!;

const expectPaints = (
  found: { rgb: Rgb; share: number }[],
  paints: { rgb: Rgb; share: number }[],
): void => {
  expect(found).toHaveLength(paints.length);
  for (const { rgb, share } of paints) {
    const match = nearest(found, rgb);
    expect(match.distance).toBeLessThanOrEqual(3);
    expect(Math.abs(match.share - share)).toBeLessThan(0.02);
  }
};

describe('colours of drawn cards with known areas', () => {
  const seeds = Array.from({ length: 25 }, (_, i) => i + 1);

  it.each(seeds)(
    'finds the bands of card %i to ΔE2000 3 and two points of their share',
    async (seed) => {
      const random = randomFrom(seed);
      const rgbs = distinct(2 + Math.floor(random() * 4), random);
      const card = await colorCard(
        rgbs.map((rgb) => ({ rgb, share: 0.15 + random() })),
        { width: 900, height: 600 },
      );
      expectPaints(await colorsOf(card.buffer), card.patches);
    },
  );

  it.each(seeds.slice(0, 8))('finds them in card %i as a JPEG of quality 80', async (seed) => {
    const random = randomFrom(100 + seed);
    const rgbs = distinct(3, random);
    const card = await colorCard(
      rgbs.map((rgb) => ({ rgb, share: 0.3 + random() })),
      { width: 900, height: 600 },
    );
    expectPaints(
      await colorsOf(await sharp(card.buffer).jpeg({ quality: 80 }).toBuffer()),
      card.patches,
    );
  });

  const discs = (filter: string): Buffer =>
    svg(
      900,
      600,
      `<filter id="s"><feDropShadow dx="8" dy="10" stdDeviation="12" flood-opacity="0.45"/></filter>
       <rect width="900" height="600" fill="#f4efe6"/>
       <circle cx="220" cy="300" r="150" fill="#1d6f42" ${filter}/>
       <circle cx="520" cy="300" r="110" fill="#e4572e" ${filter}/>
       <circle cx="760" cy="300" r="80" fill="#2e4057" ${filter}/>`,
    );
  const area = (r: number): number => (Math.PI * r ** 2) / 540_000;
  const shares = [1 - area(150) - area(110) - area(80), area(150), area(110), area(80)];
  const paints = (
    [
      [244, 239, 230],
      [29, 111, 66],
      [228, 87, 46],
      [46, 64, 87],
    ] as Rgb[]
  ).map((rgb, i) => ({ rgb, share: shares[i]! }));

  it('takes no anti-aliased rim for a colour', async () => {
    expectPaints(await colorsOf(await sharp(discs('')).png().toBuffer()), paints);
  });

  it.each([6, 12, 25])('takes no soft shadow of blur %i for a colour', async (blur) => {
    const drawing = discs('filter="url(#s)"')
      .toString()
      .replace('stdDeviation="12"', `stdDeviation="${blur}"`);
    const found = await colorsOf(await sharp(Buffer.from(drawing)).png().toBuffer());
    expect(found).toHaveLength(paints.length);
    for (const { rgb } of paints) expect(nearest(found, rgb).distance).toBeLessThanOrEqual(3);
  });

  it('keeps greys that were painted flat beside each other', async () => {
    const greys = [255, 225, 195, 165, 135].map((value, i) => ({
      rgb: [value, value, value] as Rgb,
      share: i === 0 ? 0.68 : 0.08,
    }));
    const card = await colorCard(greys, { width: 900, height: 600 });
    expectPaints(await colorsOf(card.buffer), card.patches);
  });

  it('takes no transparent border or half-transparent rim for a colour', async () => {
    const drawing = svg(
      900,
      600,
      `<circle cx="330" cy="300" r="220" fill="#7b2d8b"/><rect x="560" y="100" width="240" height="400" rx="60" fill="#f6c445"/>`,
    );
    const found = await colorsOf(await sharp(drawing).png().toBuffer());
    const visible = Math.PI * 220 ** 2 + 240 * 400 - (4 - Math.PI) * 60 ** 2;
    expectPaints(found, [
      { rgb: [123, 45, 139], share: (Math.PI * 220 ** 2) / visible },
      { rgb: [246, 196, 69], share: 1 - (Math.PI * 220 ** 2) / visible },
    ]);
  });
});
