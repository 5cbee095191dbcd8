import sharp from 'sharp';
import { nameOfColor } from '../../../../src/plugins/reference-assets/server/src/media/analysis/color-names';
import {
  colorNames,
  dominantColors,
} from '../../../../src/plugins/reference-assets/server/src/media/analysis/colors';
import type { Raster } from '../../../../src/plugins/reference-assets/server/src/media/analysis/raster';
import { openPicture } from '../../../../src/plugins/reference-assets/server/src/media/decode';
import { deltaE2000 } from './delta-e';
import { painted, photograph, svg } from './drawn';

type Rgb = [number, number, number];

const raster = async (file: Buffer): Promise<Raster> =>
  (await openPicture(file, { longSide: 400 })).raster;

// Three paints on white, with a round outline (anti-aliased), a hairline border and a soft shadow.
const card = svg(
  800,
  600,
  `<filter id="s"><feDropShadow dx="6" dy="8" stdDeviation="10" flood-opacity="0.5"/></filter>
   <rect width="800" height="600" fill="#ffffff"/>
   <circle cx="250" cy="300" r="150" fill="#c8102e" filter="url(#s)"/>
   <rect x="480" y="150" width="220" height="300" fill="#0057b8" stroke="#000000" stroke-width="2"/>
   <rect x="480" y="460" width="220" height="60" fill="#f2a900"/>`,
);
const paints: Array<{ rgb: Rgb; share: number }> = [
  { rgb: [255, 255, 255], share: 0.684 },
  { rgb: [200, 16, 46], share: (Math.PI * 150 ** 2) / 480_000 },
  { rgb: [0, 87, 184], share: (220 * 300) / 480_000 },
  { rgb: [242, 169, 0], share: (220 * 60) / 480_000 },
];

describe('deltaE2000, which the tests rely on', () => {
  it('tells a step of grey from another hue', () => {
    expect(deltaE2000([255, 255, 255], [255, 255, 255])).toBe(0);
    expect(deltaE2000([0, 0, 0], [255, 255, 255])).toBeCloseTo(100, 3);
    expect(deltaE2000([255, 0, 0], [0, 0, 255])).toBeCloseTo(52.88, 1);
  });
});

describe('dominantColors', () => {
  it.each(['as drawn', 'as JPEG'])(
    'finds the paints of a card and their areas, %s',
    async (how) => {
      const file = how === 'as JPEG' ? await sharp(card).jpeg({ quality: 75 }).toBuffer() : card;
      const found = dominantColors(await raster(file));
      expect(found).toHaveLength(paints.length);
      paints.forEach(({ rgb, share }, i) => {
        expect(deltaE2000(found[i]!.rgb, rgb)).toBeLessThan(3);
        expect(Math.abs(found[i]!.share - share)).toBeLessThan(0.02);
      });
      expect(found.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
    },
  );

  it('sees only what is not transparent', () => {
    const dot = painted(60, 60, (x, y) =>
      Math.hypot(x - 30, y - 30) < 12 ? [20, 120, 60] : [255, 0, 255, 0],
    );
    expect(dominantColors(dot)).toEqual([
      expect.objectContaining({ hex: '#14783c', name: 'green', share: 1 }),
    ]);
  });

  it('knows no colours where nothing shows', () => {
    expect(dominantColors(painted(8, 8, () => [200, 10, 10, 0]))).toEqual([]);
  });

  it('keeps apart two blues that people would tell apart, and is the same every time', () => {
    const blues = painted(100, 100, (x) => (x < 60 ? [20, 40, 110] : [60, 130, 220]));
    const found = dominantColors(blues);
    expect(found.map(({ name }) => name)).toEqual(['navy', 'blue']);
    expect(found[0]!.share).toBeCloseTo(0.6, 1);
    expect(dominantColors(blues)).toEqual(found);
  });

  it('sums up a photograph in at most six colours, the largest first', () => {
    const found = dominantColors(photograph(200, 150));
    expect(found.length).toBeGreaterThan(1);
    expect(found.length).toBeLessThanOrEqual(6);
    const shares = found.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });
});

describe('colour names', () => {
  it.each<[Rgb, string]>([
    [[0, 0, 0], 'black'],
    [[255, 255, 255], 'white'],
    [[128, 128, 128], 'grey'],
    [[225, 20, 30], 'red'],
    [[250, 215, 10], 'yellow'],
    [[15, 25, 70], 'navy'],
    [[110, 70, 40], 'brown'],
    [[255, 105, 180], 'pink'],
    [[40, 140, 60], 'green'],
    [[110, 30, 150], 'purple'],
    [[10, 130, 130], 'teal'],
  ])('calls %p %s', (rgb, name) => {
    expect(nameOfColor(rgb)).toBe(name);
  });

  it('lists each name once, the most prominent first', () => {
    const color = (name: string, share: number) => ({
      rgb: [0, 0, 0] as Rgb,
      hex: '',
      name,
      share,
    });
    expect(colorNames([color('white', 0.4), color('blue', 0.3), color('blue', 0.2)])).toEqual([
      'blue',
      'white',
    ]);
  });
});
