import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import sharp, { type Sharp } from 'sharp';

import {
  likenessIn,
  soughtProduct,
} from '../../../../src/plugins/reference-assets/server/src/media/presence/product-presence';
import { leastPresence } from '../../../../src/plugins/reference-assets/server/src/media/assembly/check-products';
import { composeStill } from '../../../../src/plugins/reference-assets/server/src/media/stills/compose-still';
import type { ShotType } from '../../../../src/plugins/reference-assets/shared/contracts/vocabulary';

const drawing = (body: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="600">${body}</svg>`);

const bottle = drawing(
  '<rect x="150" y="20" width="100" height="110" rx="20" fill="#23313f"/>' +
    '<rect x="90" y="120" width="220" height="450" rx="60" fill="#1f7a5c"/>' +
    '<rect x="90" y="250" width="220" height="190" fill="#f4efe2"/>' +
    '<circle cx="200" cy="345" r="60" fill="#d9572b"/>',
);

const rasterOf = async (picture: Sharp, width: number) => {
  const { data, info } = await picture
    .resize(width)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
};

describe('likenessIn', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'presence-'));
    await sharp(bottle).png().toFile(path.join(folder, 'bottle.png'));
    // As a model might show it: turned, in another light, a little out of focus.
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    await sharp(await sharp(bottle).png().toBuffer())
      .rotate(9, { background: clear })
      .modulate({ brightness: 0.8, saturation: 0.85 })
      .blur(1.2)
      .png()
      .toFile(path.join(folder, 'turned.png'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const frame = async (shotType: ShotType, product?: string) => {
    const still = await composeStill({
      size: { width: 640, height: 360 },
      beat: {
        ...{ order: 0, name: '', shotType, action: '', mood: 'warm' },
        cameraMovement: 'static',
      },
      layers: product
        ? { product: { path: path.join(folder, product), hasTransparency: true } }
        : {},
      palette: [
        [228, 87, 46],
        [23, 190, 187],
      ],
      seed: 'presence',
    });
    return rasterOf(sharp(still.png), 256);
  };

  it.each(['hero_shot', 'wide', 'close_up'] as const)(
    'tells a %s with the product from one without it',
    async (shotType) => {
      const sought = soughtProduct(await rasterOf(sharp(bottle), 400), true);
      expect(likenessIn(await frame(shotType, 'bottle.png'), sought)).toBeGreaterThan(0.9);
      expect(likenessIn(await frame(shotType), sought)).toBeLessThan(leastPresence);
    },
  );

  it('still finds it turned, in another light and out of focus', async () => {
    const sought = soughtProduct(await rasterOf(sharp(bottle), 400), true);
    const likeness = likenessIn(await frame('medium', 'turned.png'), sought);
    expect(likeness).toBeGreaterThan(leastPresence + 0.1);
  });
});
