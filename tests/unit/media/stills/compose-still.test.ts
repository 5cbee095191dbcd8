import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import sharp from 'sharp';

import { composeStill } from '../../../../src/plugins/reference-assets/server/src/media/stills/compose-still';
import type {
  Layer,
  Still,
  StillRequest,
} from '../../../../src/plugins/reference-assets/server/src/media/stills/still-request';
import { shotTypes } from '../../../../src/plugins/reference-assets/shared/contracts/vocabulary';
import { deltaE2000 } from './colour-difference';

const folder = mkdtempSync(path.join(tmpdir(), 'stills-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const size = { width: 320, height: 180 };
const svg = (width: number, height: number, body: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`,
  );

const save = async (name: string, drawing: Buffer, hasTransparency = true): Promise<Layer> => {
  await sharp(drawing).png().toFile(path.join(folder, name));
  return { path: path.join(folder, name), hasTransparency };
};

const can = (ground = '') =>
  svg(
    200,
    300,
    `${ground}<rect x="40" y="30" width="120" height="250" rx="12" fill="#c02040"/>` +
      '<rect x="40" y="120" width="120" height="80" fill="#f0e8d8"/>' +
      '<circle cx="100" cy="160" r="24" fill="#205080"/>',
  );

const request = (
  layers: StillRequest['layers'],
  rest: Partial<StillRequest> = {},
): StillRequest => ({
  size,
  beat: {
    order: 1,
    name: 'beat',
    shotType: 'medium',
    action: 'stands',
    mood: 'warm',
    cameraMovement: 'static',
  },
  layers,
  palette: [
    [40, 120, 90],
    [240, 200, 60],
  ],
  seed: 'test',
  ...rest,
});

const shot = (shotType: (typeof shotTypes)[number]) => ({
  beat: { ...request({}).beat, shotType },
});

const pixelsOf = async (still: Still) => {
  const { data, info } = await sharp(still.png).raw().toBuffer({ resolveWithObject: true });
  return (x: number, y: number): number[] => {
    const o = (Math.round(y) * info.width + Math.round(x)) * info.channels;
    return [data[o]!, data[o + 1]!, data[o + 2]!];
  };
};

describe('composeStill', () => {
  it('shows the product in its own colours where it says it is', async () => {
    const still = await composeStill(request({ product: await save('can.png', can()) }));
    const box = still.productBox!;
    const at = await pixelsOf(still);
    const place = (u: number, v: number) => at(box.x + u * box.width, box.y + v * box.height);
    expect(box.width / box.height).toBeCloseTo(120 / 250, 1);
    expect(deltaE2000(place(0.5, 0.15), [0xc0, 0x20, 0x40])).toBeLessThan(1);
    expect(deltaE2000(place(0.15, 0.42), [0xf0, 0xe8, 0xd8])).toBeLessThan(1);
    expect(deltaE2000(place(0.5, 0.52), [0x20, 0x50, 0x80])).toBeLessThan(1);
    expect(still.background).toBe('designed');
    expect(still.productScale).toBeCloseTo(box.height / 250, 1);
  });

  it.each(shotTypes)(
    'keeps every product pixel true to the scaled source: %s',
    async (shotType) => {
      const still = await composeStill(
        request({ product: await save('can.png', can()) }, shot(shotType)),
      );
      const { data, info } = await sharp(still.png).raw().toBuffer({ resolveWithObject: true });
      expect(info).toMatchObject({ ...size, channels: 3 });
      // Only the three paints of the can may appear in its middle column.
      const box = still.productBox!;
      const paints = [
        [0xc0, 0x20, 0x40],
        [0xf0, 0xe8, 0xd8],
        [0x20, 0x50, 0x80],
      ];
      const column = Math.round(box.x + box.width / 2);
      const differences: number[] = [];
      for (let y = box.y + 2; y < box.y + box.height - 2; y++) {
        const o = (y * info.width + column) * 3;
        const pixel = [data[o]!, data[o + 1]!, data[o + 2]!];
        differences.push(Math.min(...paints.map((paint) => deltaE2000(pixel, paint))));
      }
      differences.sort((a, b) => a - b);
      expect(differences[differences.length >> 1]).toBeLessThanOrEqual(1);
    },
  );

  it('removes a plain studio backdrop without a halo', async () => {
    const ground =
      '<defs><radialGradient id="g"><stop offset="0" stop-color="#f4f4f4"/><stop offset="1" stop-color="#dcdcdc"/>' +
      '</radialGradient></defs><rect width="200" height="300" fill="url(#g)"/>';
    const layer = await save('studio.png', can(ground), false);
    const still = await composeStill(request({ product: layer }, { palette: [[20, 40, 120]] }));
    expect(still.notes.join()).toMatch(/plain backdrop removed/);
    const box = still.productBox!;
    expect(box.width / box.height).toBeCloseTo(120 / 250, 1);
    const at = await pixelsOf(still);
    // From outside to inside across the left edge: no pixel may be as bright as the studio backdrop.
    for (let x = box.x - 4; x < box.x + 4; x++) {
      const [r = 0, g = 0, b = 0] = at(x, box.y + box.height * 0.2);
      expect(Math.min(r, g, b)).toBeLessThan(205);
    }
  });

  it('frames a busy photograph instead of cutting it', async () => {
    const stripes = Array.from({ length: 20 }, (_, i) => {
      const color = ['#a04020', '#2060a0', '#30a050', '#e0c040'][i % 4];
      return `<rect x="${i * 10}" width="10" height="150" fill="${color}"/>`;
    }).join('');
    const layer = await save('busy.png', svg(200, 150, stripes), false);
    const still = await composeStill(request({ product: layer }));
    expect(still.notes.join()).toMatch(/shown whole/);
    const { x, y, width, height } = still.productBox!;
    expect(width / height).toBeCloseTo(200 / 150, 1);
    const at = await pixelsOf(still);
    const border = at(x - 1, y + height / 2);
    expect(Math.min(...border)).toBeGreaterThan(235);
  });

  it('uses the environment, darker under the product than beside it', async () => {
    const product = await save('can.png', can());
    const scene = svg(320, 180, '<rect width="320" height="180" fill="#80a0b0"/>');
    const environment = await save('scene.png', scene, false);
    const still = await composeStill(request({ product, environment }));
    expect(still.background).toBe('environment');
    const at = await pixelsOf(still);
    const box = still.productBox!;
    const below = at(box.x + box.width / 2, Math.min(179, box.y + box.height + 1));
    const beside = at(box.x > 160 ? 12 : 308, Math.min(179, box.y + box.height + 1));
    expect(below[1]!).toBeLessThan(beside[1]! - 25);
  });

  it('is the same for the same input and differs with the seed', async () => {
    const product = await save('can.png', can());
    const lay = (seed: string) => composeStill(request({ product }, { seed, ...shot('wide') }));
    const [one, again, other] = [await lay('a'), await lay('a'), await lay('c')];
    expect(one.png.equals(again.png)).toBe(true);
    expect(one.png.equals(other.png)).toBe(false);
  });

  it('keeps room for words', async () => {
    const product = await save('can.png', can());
    const still = await composeStill(request({ product }, { copy: { headline: 'Fresh' } }));
    const [room, box] = [still.copyBox!, still.productBox!];
    const apart = room.x + room.width <= box.x || box.x + box.width <= room.x;
    expect(apart).toBe(true);
  });
});

describe('composeStill with extreme input', () => {
  it('leaves out a product of one pixel and says so', async () => {
    const dot = svg(1, 1, '<rect width="1" height="1" fill="red"/>');
    const still = await composeStill(request({ product: await save('dot.png', dot, false) }));
    expect(still.productBox).toBeNull();
    expect(still.productScale).toBe(0);
    expect(still.notes.join()).toMatch(/too small/);
  });

  it.each([
    ['panorama', 2000, 60],
    ['mast', 60, 2000],
    ['huge', 4000, 4000],
  ])('keeps a %s inside the frame', async (name, width, height) => {
    const body = `<rect x="2" y="2" width="${width - 4}" height="${height - 4}" fill="#306030"/>`;
    const layer = await save(`${name}.png`, svg(width, height, body));
    const { productBox } = await composeStill(request({ product: layer }));
    expect(productBox!.x).toBeGreaterThanOrEqual(0);
    expect(productBox!.x + productBox!.width).toBeLessThanOrEqual(320);
    expect(productBox!.width / productBox!.height / (width / height)).toBeGreaterThan(0.7);
  });

  it('shows a set when there is nothing to show, in any shape', async () => {
    for (const frame of [
      { width: 180, height: 320 },
      { width: 180, height: 180 },
    ]) {
      const still = await composeStill(request({}, { size: frame, palette: [] }));
      expect(await sharp(still.png).metadata()).toMatchObject(frame);
      expect(still.productBox).toBeNull();
    }
  });

  it('refuses a frame of no size', async () => {
    const empty = composeStill(request({}, { size: { width: 0, height: 100 } }));
    await expect(empty).rejects.toThrow(RangeError);
  });
});
