import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import sharp from 'sharp';

import { composeLayers } from '../../../../src/plugins/reference-assets/server/src/media/stills/compose-layers';
import { composeStill } from '../../../../src/plugins/reference-assets/server/src/media/stills/compose-still';
import { layersOf } from '../../../../src/plugins/reference-assets/server/src/media/stills/layers-of';
import type { StillRequest } from '../../../../src/plugins/reference-assets/server/src/media/stills/still-request';
import { deltaE2000 } from './colour-difference';

const folder = mkdtempSync(path.join(tmpdir(), 'layers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const size = { width: 320, height: 180 };

/** A product as a photograph has it: every pixel another colour. */
const patterned = async (): Promise<string> => {
  const [width, height] = [240, 300];
  const data = Buffer.alloc(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    data[i * 4] = 110 + 90 * Math.sin(x / 17) * Math.cos(y / 23);
    data[i * 4 + 1] = 90 + 70 * Math.cos(x / 29);
    data[i * 4 + 2] = 120 + 80 * Math.sin(y / 31);
    data[i * 4 + 3] = x > 20 && x < 220 && y > 20 && y < 280 ? 255 : 0;
  }
  const file = path.join(folder, 'patterned.png');
  await sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toFile(file);
  return file;
};

const place = async (): Promise<string> => {
  const file = path.join(folder, 'place.png');
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="160"><rect width="400" height="160" fill="#7aa0c0"/>' +
    '<rect x="0" width="60" height="160" fill="#c03020"/><rect x="340" width="60" height="160" fill="#20a040"/></svg>';
  await sharp(Buffer.from(drawing)).png().toFile(file);
  return file;
};

const request = (
  layers: StillRequest['layers'],
  rest: Partial<StillRequest> = {},
): StillRequest => ({
  size,
  beat: {
    order: 0,
    name: 'b',
    shotType: 'medium',
    action: '',
    mood: 'warm',
    cameraMovement: 'orbit',
  },
  layers,
  palette: [[40, 120, 90]],
  seed: 'layers',
  ...rest,
});

const pixels = async (png: Buffer) => new Uint8Array(await sharp(png).raw().toBuffer());

describe('composeLayers', () => {
  it.each(['medium', 'hero_shot', 'overhead', 'action_shot'] as const)(
    'laid over each other are the still: %s',
    async (shotType) => {
      const product = { path: await patterned(), hasTransparency: true };
      const environment =
        shotType === 'medium' ? { path: await place(), hasTransparency: false } : undefined;
      const wanted = request({ product, ...(environment && { environment }) });
      wanted.beat.shotType = shotType;
      const { png } = await composeStill(wanted);
      const layers = (await composeLayers(wanted))!;
      const still = await pixels(png);
      let sum = 0;
      for (let o = 0; o < still.length; o++) {
        const through = 1 - layers.nearAlpha[Math.floor(o / 3)]! / 255;
        sum += Math.abs(layers.near[o]! + through * layers.far[o]! - still[o]!);
      }
      expect(sum / still.length).toBeLessThan(0.6);
      expect(await layersOf(png, wanted)).not.toBeNull();
    },
  );

  it('does not take the layers of another still', async () => {
    const wanted = request({ product: { path: await patterned(), hasTransparency: true } });
    const edited = await sharp((await composeStill(wanted)).png)
      .negate()
      .png()
      .toBuffer();
    expect(await layersOf(edited, wanted)).toBeNull();
  });
});

describe("a product's pixels on a still", () => {
  it.each(['medium', 'close_up', 'wide', 'overhead'] as const)(
    'differ from the scaled source by a median ΔE2000 of at most 2: %s',
    async (shotType) => {
      const file = await patterned();
      const wanted = request(
        {
          product: { path: file, hasTransparency: true },
          environment: { path: await place(), hasTransparency: false },
        },
        { size: { width: 640, height: 360 } },
      );
      wanted.beat.shotType = shotType;
      wanted.beat.mood = 'dramatic';
      const { png, productBox } = await composeStill(wanted);
      const box = productBox!;
      const shown = await pixels(
        await sharp(png)
          .extract({ left: box.x, top: box.y, width: box.width, height: box.height })
          .png()
          .toBuffer(),
      );
      const source = await pixels(
        await sharp(file)
          .trim()
          .resize(box.width, box.height, { fit: 'fill' })
          .removeAlpha()
          .png()
          .toBuffer(),
      );
      const differences: number[] = [];
      for (let y = 4; y < box.height - 4; y += 2) {
        for (let x = 4; x < box.width - 4; x += 2) {
          const o = (y * box.width + x) * 3;
          differences.push(
            deltaE2000([...shown.subarray(o, o + 3)], [...source.subarray(o, o + 3)]),
          );
        }
      }
      differences.sort((a, b) => a - b);
      expect(differences[differences.length >> 1]).toBeLessThanOrEqual(2);
    },
  );
});

describe('a place of another shape than the frame', () => {
  const corners = async (aspectMismatch: StillRequest['aspectMismatch']) => {
    const wanted = request(
      { environment: { path: await place(), hasTransparency: false } },
      { size: { width: 180, height: 320 }, aspectMismatch },
    );
    wanted.beat.mood = 'confident';
    const data = await pixels((await composeStill(wanted)).png);
    const at = (x: number, y: number) => [
      ...data.subarray((y * 180 + x) * 3, (y * 180 + x) * 3 + 3),
    ];
    return { top: at(90, 10), left: at(6, 160), middle: at(90, 160) };
  };

  it('is cut, shown whole between bars, or goes on', async () => {
    const crop = await corners('crop');
    expect(deltaE2000(crop.left, crop.middle)).toBeLessThan(20);
    const fit = await corners('fit');
    expect(fit.left[0]!).toBeGreaterThan(fit.left[2]! + 40);
    expect(Math.max(...fit.top)).toBeLessThan(30);
    const extend = await corners('extend');
    expect(extend.left[0]!).toBeGreaterThan(extend.left[2]! + 20);
    expect(deltaE2000(extend.top, extend.middle)).toBeLessThan(25);
  });
});
