import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { drawDemoKit, type DemoAsset } from '../../../scripts/demo-kit';
import { catalogue } from '../../../scripts/demo-kit/catalogue';

/** One or more cheap pictures of every kind; drawing all seventeen would take most of the suite's time. */
const drawn = [
  'tarnlark-insulated-bottle-green.webp',
  'tarnlark-logo-dark.png',
  'tarnlark-logo-light.png',
  'tarnlark-symbol-dark.png',
  'tarnlark-symbol-light.png',
  'person-hiker-backpack.webp',
  'light-studio-podium.jpg',
  'granite-rock-texture.jpg',
  'stacked-river-stones.png',
];

const entriesNamed = (files: string[]) => catalogue.filter(({ file }) => files.includes(file));

const pixelHash = async (file: string) =>
  createHash('sha256')
    .update(await sharp(file).raw().toBuffer())
    .digest('hex');

/** Mean luma, 0-255, of what can be seen of a picture. */
const visibleLuma = async (file: string) => {
  const pixels = await sharp(file).ensureAlpha().raw().toBuffer();
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    const luma = 0.2126 * pixels[i] + 0.7152 * pixels[i + 1] + 0.0722 * pixels[i + 2];
    sum += luma * pixels[i + 3];
    weight += pixels[i + 3];
  }
  return sum / weight;
};

describe('the demo brand kit', () => {
  let folder: string;
  let assets: DemoAsset[];
  const at = (file: string) => path.join(folder, file);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'demo-kit-'));
    assets = await drawDemoKit(folder, { entries: entriesNamed(drawn) });
  }, 180_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('lists enough of every kind of asset', () => {
    const count = (type: string) => catalogue.filter((entry) => entry.type === type).length;
    expect(catalogue.length).toBeGreaterThanOrEqual(14);
    expect(count('product')).toBeGreaterThanOrEqual(3);
    expect(count('logo')).toBeGreaterThanOrEqual(4);
    expect(count('person')).toBeGreaterThanOrEqual(2);
    expect(count('environment')).toBeGreaterThanOrEqual(3);
    expect(count('texture')).toBeGreaterThanOrEqual(2);
    expect(count('prop')).toBeGreaterThanOrEqual(2);
    expect(new Set(catalogue.map(({ file }) => file.split('.').pop()))).toEqual(
      new Set(['png', 'jpg', 'webp']),
    );
    expect(new Set(catalogue.map(({ file }) => file)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ caption }) => caption)).size).toBe(catalogue.length);
  });

  it('writes what the manifest says', async () => {
    const manifest = JSON.parse(await readFile(at('manifest.json'), 'utf8')) as DemoAsset[];
    expect(manifest).toEqual(assets);
    expect((await readdir(folder)).sort()).toEqual([...drawn, 'manifest.json'].sort());
    for (const asset of assets) {
      const data = await readFile(at(asset.file));
      const { width, height } = await sharp(data).metadata();
      expect({ file: asset.file, width, height, bytes: data.length }).toEqual({
        file: asset.file,
        width: asset.width,
        height: asset.height,
        bytes: asset.bytes,
      });
      expect(Math.max(asset.width, asset.height)).toBeGreaterThanOrEqual(800);
    }
  });

  it('cuts out what should stand free and fills what should not', async () => {
    const cutOut = { product: true, logo: true, person: true, prop: true };
    for (const { file, asset_type, has_alpha } of assets) {
      const { isOpaque } = await sharp(at(file)).stats();
      expect({ file, seeThrough: !isOpaque }).toEqual({ file, seeThrough: asset_type in cutOut });
      expect({ file, has_alpha }).toEqual({ file, has_alpha: asset_type in cutOut });
    }
  });

  it('leaves a free margin of the cut-outs empty at all four corners', async () => {
    for (const { file } of assets.filter(({ has_alpha }) => has_alpha)) {
      const { data, info } = await sharp(at(file)).raw().toBuffer({ resolveWithObject: true });
      const alpha = (x: number, y: number) => data[(y * info.width + x) * 4 + 3];
      const right = info.width - 1;
      const bottom = info.height - 1;
      expect([file, alpha(0, 0), alpha(right, 0), alpha(0, bottom), alpha(right, bottom)]).toEqual([
        file,
        ...[0, 0, 0, 0],
      ]);
    }
  });

  it.each(['logo', 'symbol'])('has a dark and a light form of the %s', async (design) => {
    const dark = await visibleLuma(at(`tarnlark-${design}-dark.png`));
    const light = await visibleLuma(at(`tarnlark-${design}-light.png`));
    expect(dark).toBeLessThan(70);
    expect(light).toBeGreaterThan(170);
  });

  it('shows depth: pictures are neither flat nor black', async () => {
    for (const { file } of assets.filter(({ is_logo }) => !is_logo)) {
      const { entropy, channels } = await sharp(at(file)).flatten().stats();
      expect({ file, rich: entropy > 1.5 && channels[0].max > 100 }).toEqual({ file, rich: true });
    }
  });

  it('draws the same pixels again', async () => {
    const again = await mkdtemp(path.join(os.tmpdir(), 'demo-kit-again-'));
    const files = ['tarnlark-symbol-dark.png', 'stacked-river-stones.png'];
    try {
      const redrawn = await drawDemoKit(again, { entries: entriesNamed(files) });
      expect(redrawn).toHaveLength(files.length);
      for (const file of files)
        expect(await pixelHash(path.join(again, file))).toBe(await pixelHash(at(file)));
    } finally {
      await rm(again, { recursive: true, force: true });
    }
  });
});
