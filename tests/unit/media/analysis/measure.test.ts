import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { DESCRIPTOR_DIMENSIONS } from '../../../../src/plugins/reference-assets/server/src/media/analysis/descriptor';
import {
  measurePicture,
  type Measurement,
} from '../../../../src/plugins/reference-assets/server/src/media/analysis/measure';
import { MediaRefusal } from '../../../../src/plugins/reference-assets/server/src/media/refusal';
import { painted, photograph, pipeline, svg } from './drawn';

const numbersIn = ({ features, descriptor, logo, assetType }: Measurement): number[] => [
  ...Object.values(features),
  ...descriptor,
  ...logo.evidence.map(({ score }) => score),
  assetType.confidence,
];

describe('measurePicture', () => {
  it('measures a cut-out', async () => {
    const file = svg(300, 200, '<circle cx="150" cy="100" r="80" fill="#0057b8"/>');
    const png = await sharp(file).png().toBuffer();
    const found = await measurePicture(png);
    expect(found).toMatchObject({
      ...{ format: 'png', width: 300, height: 200, sizeBytes: png.length, frames: 1 },
      ...{ hasTransparency: true, colors: ['blue'] },
      contentHash: createHash('sha256').update(png).digest('hex'),
    });
    expect(found.perceptualHash).toMatch(/^[0-9a-f]{16}$/);
    expect(found.descriptor).toHaveLength(DESCRIPTOR_DIMENSIONS);
  });

  it('makes a thumbnail of 400 × 400 px that holds all of the picture and keeps it transparent', async () => {
    const file = svg(300, 100, '<rect x="0" y="20" width="300" height="60" fill="#c8102e"/>');
    const { thumbnail } = await measurePicture(await sharp(file).png().toBuffer());
    const { data, info } = await sharp(thumbnail).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number): number[] => [
      ...data.subarray((y * 400 + x) * 4, (y * 400 + x) * 4 + 4),
    ];
    expect([info.width, info.height, info.channels]).toEqual([400, 400, 4]);
    expect(at(200, 20)[3]).toBe(0);
    expect(at(200, 150)[3]).toBe(0);
    for (const x of [4, 200, 395]) {
      expect(at(x, 200)[3]).toBe(255);
      expect(Math.abs(at(x, 200)[0]! - 200)).toBeLessThan(12);
    }
  });

  it('does not take an unused alpha channel for transparency', async () => {
    const opaque = await pipeline(photograph(80, 60)).png().toBuffer();
    expect((await sharp(opaque).metadata()).hasAlpha).toBe(true);
    expect((await measurePicture(opaque)).hasTransparency).toBe(false);
  });

  it('measures the same twice, and lets words move nothing but the type', async () => {
    const file = await pipeline(photograph(60, 45)).jpeg().toBuffer();
    const [one, again, named] = [
      await measurePicture(file),
      await measurePicture(file),
      await measurePicture(file, { words: 'portrait of a woman' }),
    ];
    expect(again).toEqual(one);
    expect({ ...named, assetType: one.assetType }).toEqual(one);
    expect(named.assetType).not.toEqual(one.assetType);
  });

  it.each([
    ['one pixel', 1, 1, 255],
    ['a line', 300, 1, 255],
    ['a column', 1, 300, 255],
    ['a plain area', 50, 50, 255],
    ['nothing visible', 40, 30, 0],
  ])('stays finite on %s', async (_, width, height, alpha) => {
    const file = await pipeline(painted(width, height, () => [90, 120, 150, alpha]))
      .png()
      .toBuffer();
    const found = await measurePicture(file);
    expect(numbersIn(found).filter((value) => !Number.isFinite(value))).toEqual([]);
    expect((await sharp(found.thumbnail).metadata()).width).toBe(400);
  });

  it('refuses what is no picture', async () => {
    await expect(measurePicture(Buffer.from('text'))).rejects.toBeInstanceOf(MediaRefusal);
  });
});

const folder = path.resolve(__dirname, '../../../../../shared/images');
const labelled = existsSync(folder);
if (!labelled) console.warn(`Skipped: no labelled pictures in ${folder}`);

(labelled ? describe : describe.skip)('measurePicture on labelled pictures', () => {
  const files = labelled ? readdirSync(folder).filter((name) => /^\d/.test(name)) : [];

  it('refuses none of a sample and gives every one colours', async () => {
    for (const file of files.filter((_, i) => i % 48 === 0)) {
      const found = await measurePicture(path.join(folder, file));
      expect([file, found.colors.length > 0]).toEqual([file, true]);
    }
  });
});
