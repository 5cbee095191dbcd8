import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import {
  badFiles,
  colorCard,
  goodPictures,
  hostileNames,
  writeFixtures,
  type BadFile,
  type GoodPicture,
} from '../../fixtures';

const sharpReads = async (buffer: Buffer) => {
  try {
    await sharp(buffer).raw().toBuffer();
    return true;
  } catch {
    return false;
  }
};

describe('good pictures', () => {
  let pictures: GoodPicture[];
  const named = (name: string) => pictures.find((picture) => picture.name === name)!.buffer;

  beforeAll(async () => {
    pictures = await goodPictures();
  });

  it('decode upright to the size, transparency and colour they state', async () => {
    expect(pictures.length).toBeGreaterThanOrEqual(12);
    for (const { name, buffer, expect: stated } of pictures) {
      const { format, pages = 1 } = await sharp(buffer).metadata();
      const { data, info } = await sharp(buffer)
        .rotate()
        .toColourspace('srgb')
        .ensureAlpha()
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true });
      const seeThrough = data.some((value, i) => i % 4 === 3 && value < 255);
      const { width, height, hasTransparency, frames } = stated;
      expect({
        name,
        format,
        pages,
        width: info.width,
        height: info.height,
        seeThrough,
      }).toEqual({
        name,
        format: stated.format,
        pages: frames,
        width,
        height,
        seeThrough: hasTransparency,
      });
      stated.topLeft?.forEach((value, channel) => {
        expect(Math.abs(data[channel] - value)).toBeLessThanOrEqual(30);
      });
    }
  });

  it('are stored the way their names say', async () => {
    const stored = async (name: string) => sharp(named(name)).metadata();
    expect(await stored('turned-by-exif.jpg')).toMatchObject({
      orientation: 6,
      width: 96,
      height: 64,
    });
    expect(await stored('print-cmyk.jpg')).toMatchObject({ space: 'cmyk', channels: 4 });
    expect(await stored('greyscale.jpg')).toMatchObject({ space: 'b-w', channels: 1 });
    expect(await stored('sixteen-bit.png')).toMatchObject({ depth: 'ushort', space: 'rgb16' });
    expect(await stored('palette.png')).toMatchObject({ isPalette: true });
    expect(await stored('interlaced.png')).toMatchObject({ isProgressive: true });
    expect(await stored('opaque-alpha.png')).toMatchObject({ hasAlpha: true });
    expect((await sharp(named('opaque-alpha.png')).stats()).isOpaque).toBe(true);
  });
});

describe('bad files', () => {
  let files: BadFile[];
  const named = (name: string) => files.find((file) => file.name === name)!.buffer;

  beforeAll(async () => {
    files = await badFiles();
  });

  it('decode or fail in sharp as they state', async () => {
    expect(files.length).toBeGreaterThanOrEqual(11);
    for (const { name, buffer, decodes } of files)
      expect({ name, decodes: await sharpReads(buffer) }).toEqual({ name, decodes });
  });

  it('hide a giant picture in a small, valid file', async () => {
    const giant = named('giant.png');
    expect(giant.length).toBeLessThan(400_000);
    expect(await sharp(giant, { limitInputPixels: false }).metadata()).toMatchObject({
      width: 30_000,
      height: 30_000,
    });
    const corner = sharp(giant, { limitInputPixels: false, sequentialRead: true })
      .extract({ left: 29_990, top: 0, width: 10, height: 10 })
      .raw();
    expect((await corner.toBuffer()).every((value) => value === 0)).toBe(true);
  });

  it('fail for the reason given, not for another', async () => {
    const lenient = { failOn: 'none' as const };
    await expect(sharp(named('truncated.jpg'), lenient).raw().toBuffer()).resolves.toHaveLength(
      160 * 120 * 3,
    );
    expect(await sharp(named('bad-checksum.png')).metadata()).toMatchObject({ width: 40 });
    expect(named('archive.jpg').subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
  });
});

describe('hostile names', () => {
  it('hold every kind of trouble once', () => {
    const names = hostileNames();
    const some = (pattern: RegExp) => names.some((name) => pattern.test(name));
    expect(new Set(names).size).toBe(names.length);
    expect(some(/\.\.\//)).toBe(true);
    expect(some(/["']/)).toBe(true);
    expect(some(/\n/)).toBe(true);
    expect(some(/\0/)).toBe(true);
    expect(some(/\u202E/)).toBe(true);
    expect(some(/\p{Extended_Pictographic}/u)).toBe(true);
    expect(some(/^\.\w/)).toBe(true);
    expect(names.some((name) => name.length > 255)).toBe(true);
    expect(names.some((name) => name.length <= 255 && Buffer.byteLength(name) > 255)).toBe(true);
  });
});

describe('a colour card', () => {
  it('covers exactly the shares it returns', async () => {
    const card = await colorCard([
      { rgb: [200, 30, 40], share: 0.5 },
      { rgb: [20, 90, 160], share: 0.3 },
      { rgb: [240, 240, 230], share: 0.2 },
    ]);
    const pixels = await sharp(card.buffer).raw().toBuffer();
    const counted = new Map<string, number>();
    for (let i = 0; i < pixels.length; i += 3) {
      const key = pixels.subarray(i, i + 3).join(',');
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
    expect(counted.size).toBe(3);
    for (const { rgb, share } of card.patches)
      expect((counted.get(rgb.join(',')) ?? 0) / (card.width * card.height)).toBeCloseTo(share, 6);
    expect(card.patches.map(({ share }) => share)).toEqual([0.5, 0.3, 0.2]);
  });

  it('scales shares that do not add up to one', async () => {
    const { patches } = await colorCard([
      { rgb: [0, 0, 0], share: 3 },
      { rgb: [9, 9, 9], share: 1 },
    ]);
    expect(patches.map(({ share }) => share)).toEqual([0.75, 0.25]);
  });

  it('needs a patch', async () => {
    await expect(colorCard([])).rejects.toThrow(RangeError);
  });
});

it('writes fixtures under their own names', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'fixtures-'));
  try {
    const card = await colorCard([{ rgb: [1, 2, 3], share: 1 }]);
    const [file] = await writeFixtures(folder, [{ name: 'card.png', buffer: card.buffer }]);
    expect(path.basename(file)).toBe('card.png');
    expect(await readFile(file)).toEqual(card.buffer);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
