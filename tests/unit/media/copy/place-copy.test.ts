import sharp from 'sharp';

import {
  contrastRatio,
  luminanceOf,
} from '../../../../src/plugins/reference-assets/server/src/media/copy/contrast';
import type { CopyLayout } from '../../../../src/plugins/reference-assets/server/src/media/copy/copy-layout';
import { drawCopy } from '../../../../src/plugins/reference-assets/server/src/media/copy/draw-copy';
import {
  placeCopy,
  type CopyPlacementRequest,
} from '../../../../src/plugins/reference-assets/server/src/media/copy/place-copy';
import type { Frame } from '../../../../src/plugins/reference-assets/server/src/media/overlay/frame-regions';
import { overlapOf } from '../../../../src/plugins/reference-assets/server/src/media/stills/boxes';

const wide = { width: 640, height: 360 };

const flat = (value: number, size = wide): Frame => ({
  ...size,
  rgb: new Uint8Array(size.width * size.height * 3).fill(value),
});

const request = (rest: Partial<CopyPlacementRequest> = {}): CopyPlacementRequest => ({
  copy: { headline: 'Run further' },
  frame: wide,
  frames: [flat(40)],
  room: null,
  avoid: [],
  palette: [[200, 60, 40]],
  beatFrames: 90,
  ...rest,
});

const placed = async (rest: Partial<CopyPlacementRequest> = {}): Promise<CopyLayout> => {
  const layout = await placeCopy(request(rest));
  if (!layout) throw new Error('the words found no place');
  return layout;
};

/** Share of the words' own box that ink covers. */
const inkOf = async (layout: CopyLayout) => {
  const { data, info } = await sharp(await drawCopy(layout))
    .raw()
    .toBuffer({ resolveWithObject: true });
  let inked = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]! > 128) inked++;
  return { share: inked / (info.width * info.height), width: info.width, height: info.height };
};

describe('placeCopy', () => {
  it('stands inside the safe area, clear of everything it is to avoid', async () => {
    const product = { x: 300, y: 80, width: 300, height: 250 };
    const prop = { x: 40, y: 220, width: 90, height: 110 };
    const layout = await placed({ avoid: [product, prop] });
    expect(layout.x).toBeGreaterThanOrEqual(wide.width * 0.05);
    expect(layout.y + layout.height).toBeLessThanOrEqual(wide.height * 0.95);
    expect(overlapOf(layout, product)).toBe(0);
    expect(overlapOf(layout, prop)).toBe(0);
    expect([layout.x, layout.y, layout.width, layout.height].every((n) => n % 2 === 0)).toBe(true);
  });

  it('leaves the words out rather than over the product', async () => {
    expect(await placeCopy(request({ avoid: [{ x: 0, y: 0, ...wide }] }))).toBeNull();
  });

  it.each([
    ['black', 0],
    ['mid grey', 128],
    ['white', 255],
  ])('can be read on %s', async (_name, value) => {
    const { ink, contrast, veil } = await placed({ frames: [flat(value)] });
    expect(contrast).toBeGreaterThanOrEqual(4.5);
    if (veil === 0) {
      const measured = contrastRatio(luminanceOf(ink), luminanceOf([value, value, value]));
      expect(measured).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('asks the worst frame, not the first, and veils what no ink is read on', async () => {
    const first = await placed({ frames: [flat(20)] });
    expect(first).toMatchObject({ veil: 0, ink: [255, 255, 255] });
    const both = await placed({ frames: [flat(20), flat(235)] });
    expect(both.veil).toBeGreaterThan(0.3);
    expect(both.contrast).toBeGreaterThanOrEqual(4.5);
  });

  it('sets long words smaller, never cut off', async () => {
    const short = await placed({ copy: { headline: 'Los' } });
    const long = await placed({
      copy: { headline: 'Geschwindigkeitsrekordverdächtige Leichtlaufschuhe für draußen' },
    });
    expect(long.headline!.sizePx).toBeLessThan(short.headline!.sizePx);
    const { width, height, share } = await inkOf(long);
    expect([width, height]).toEqual([long.width, long.height]);
    expect(share).toBeGreaterThan(0.05);
  });

  it('shows every word of a headline that breaks into lines', async () => {
    const line = await placed({
      copy: { headline: 'one two' },
      room: { x: 40, y: 90, width: 560, height: 150 },
    });
    const lines = await placed({
      copy: { headline: 'one two' },
      room: { x: 40, y: 60, width: 110, height: 240 },
    });
    const area = async (layout: CopyLayout) => {
      const { share, width, height } = await inkOf(layout);
      return (share * width * height) / layout.headline!.sizePx ** 2;
    };
    expect(await area(lines)).toBeCloseTo(await area(line), 1);
  });

  it('treats what looks like markup as words', async () => {
    const layout = await placed({ copy: { headline: '<b>1 & 2</b>' } });
    expect((await inkOf(layout)).share).toBeGreaterThan(0.05);
  });

  it('draws the same bytes for the same layout, with a button in a brand colour', async () => {
    const layout = await placed({ copy: { headline: 'Été', callToAction: 'À découvrir' } });
    expect(layout.button!.fill).toEqual([200, 60, 40]);
    const [one, other] = [await drawCopy(layout), await drawCopy(layout)];
    expect(one.equals(other)).toBe(true);
    const { data, info } = await sharp(one).raw().toBuffer({ resolveWithObject: true });
    const row = info.height - Math.round(layout.button!.sizePx * 1.15);
    const inButton = (row * info.width + 12) * 4;
    expect([...data.subarray(inButton, inButton + 3)]).toEqual([200, 60, 40]);
  });
});
