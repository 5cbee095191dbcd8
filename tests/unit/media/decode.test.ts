import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { openPicture } from '../../../src/plugins/reference-assets/server/src/media/decode';
import { MediaRefusal } from '../../../src/plugins/reference-assets/server/src/media/refusal';
import { photograph, pipeline, svg } from './analysis/drawn';

const refusalOf = async (input: Buffer | string): Promise<MediaRefusal> => {
  const outcome: unknown = await openPicture(input).catch((error: unknown) => error);
  if (!(outcome instanceof MediaRefusal))
    throw new Error(`Expected a refusal, got ${String(outcome)}`);
  return outcome;
};

// Left half red, right half blue, so that turning and colours show.
const halves = (): Sharp =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#c81e28' } }).composite([
    {
      input: { create: { width: 30, height: 40, channels: 3, background: '#1e3cc8' } },
      left: 30,
      top: 0,
    },
  ]);

const flattened = async (): Promise<Sharp> => sharp(await halves().png().toBuffer());

const pixel = (
  { data, width }: { data: Uint8Array; width: number },
  x: number,
  y: number,
): number[] => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];

const isClose = (found: number[], wanted: number[], by: number): boolean =>
  wanted.every((value, c) => Math.abs(value - found[c]!) <= by);

const crc = (bytes: Buffer): number => {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
};

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, sum]);
};

/** A PNG of a hundred bytes that claims to be this large. */
const hugePng = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

describe('openPicture reads', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)('%s', async (format) => {
    const bytes = await (await flattened()).toFormat(format).toBuffer();
    const picture = await openPicture(bytes);
    expect(picture).toMatchObject({ format, width: 60, height: 40, sizeBytes: bytes.length });
    expect(isClose(pixel(picture.raster, 8, 20), [200, 30, 40, 255], 12)).toBe(true);
    expect(isClose(pixel(picture.raster, 52, 20), [30, 60, 200, 255], 12)).toBe(true);
  });

  it('an SVG, drawn at the size asked for whatever it declares', async () => {
    const tiny = svg(10, 5, '<rect width="10" height="5" fill="#c81e28"/>');
    const picture = await openPicture(tiny, { longSide: 200 });
    expect(picture).toMatchObject({ format: 'svg', width: 10, height: 5 });
    expect([picture.raster.width, picture.raster.height]).toEqual([200, 100]);
    expect(pixel(picture.raster, 100, 50)).toEqual([200, 30, 40, 255]);
  });

  it('a file by its path and by its content, never by its name', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'decode-'));
    try {
      const file = path.join(folder, 'picture.gif');
      await writeFile(file, await (await flattened()).jpeg().toBuffer());
      expect((await openPicture(file)).format).toBe('jpeg');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('a turned photograph upright', async () => {
    const turned = await (await flattened()).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { width, height, raster } = await openPicture(turned);
    expect([width, height, raster.width, raster.height]).toEqual([40, 60, 40, 60]);
    expect(isClose(pixel(raster, 20, 8), [200, 30, 40], 12)).toBe(true);
    expect(isClose(pixel(raster, 20, 52), [30, 60, 200], 12)).toBe(true);
  });

  it('CMYK as sRGB', async () => {
    const cmyk = await (await flattened()).toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    const { raster } = await openPicture(cmyk);
    expect(isClose(pixel(raster, 8, 20), [200, 30, 40, 255], 45)).toBe(true);
  });

  it('16 bits a channel as 8, and half-transparent pixels as such', async () => {
    const background = { r: 200, g: 30, b: 40, alpha: 0.5 };
    const created = sharp({ create: { width: 6, height: 4, channels: 4, background } });
    const deep = await created.toColourspace('rgb16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    const picture = await openPicture(deep);
    expect(picture.hasAlphaChannel).toBe(true);
    expect(isClose(pixel(picture.raster, 3, 2), [200, 30, 40, 128], 1)).toBe(true);
  });

  it('a palette with a transparent entry', async () => {
    const drawing = svg(20, 20, '<circle cx="10" cy="10" r="6" fill="#c81e28"/>');
    const picture = await openPicture(await sharp(drawing).png({ palette: true }).toBuffer());
    expect(picture.hasAlphaChannel).toBe(false);
    expect(pixel(picture.raster, 0, 0)[3]).toBe(0);
    expect(isClose(pixel(picture.raster, 10, 10), [200, 30, 40, 255], 2)).toBe(true);
  });

  it('the first frame of an animation', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 12, height: 8, channels: 3, background } })
        .png()
        .toBuffer();
    const frames = [await frame('#c81e28'), await frame('#1e3cc8')];
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const picture = await openPicture(gif);
    expect(picture).toMatchObject({ frames: 2, width: 12, height: 8 });
    expect(isClose(pixel(picture.raster, 6, 4), [200, 30, 40, 255], 4)).toBe(true);
  });

  it('large pictures small, small ones as they are', async () => {
    const wide = await sharp(svg(2000, 500, ''))
      .png()
      .toBuffer();
    const { raster } = await openPicture(wide, { longSide: 400 });
    expect([raster.width, raster.height]).toEqual([400, 100]);
    const small = await openPicture(await (await flattened()).png().toBuffer(), { longSide: 400 });
    expect(small.raster.width).toBe(60);
  });
});

describe('openPicture refuses', () => {
  const drawn = () => pipeline(photograph(120, 90));

  it('an empty file', async () => {
    expect((await refusalOf(Buffer.alloc(0))).code).toBe('empty');
  });

  it.each([
    ['text', 'hello, I am a picture.png', /plain text/],
    ['a web page', '<!doctype html><html><body><svg></svg></body></html>', /web page/],
    ['a PDF', '%PDF-1.7 and so on', /PDF/],
    ['two bytes', '\u0001\u0002', /content is/],
  ])('%s, saying what came', async (_, content, message) => {
    const refusal = await refusalOf(Buffer.from(content));
    expect(refusal.code).toBe('not-an-image');
    expect(refusal.message).toMatch(message);
  });

  it('pictures of formats it does not read', async () => {
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic\0\0\0\0mif1heic'),
    ]);
    const refusal = await refusalOf(heic);
    expect(refusal.code).toBe('unsupported');
    expect(refusal.message).toMatch(/HEIC/);
    expect((await refusalOf(Buffer.from('8BPS and so on, long enough'))).code).toBe('unsupported');
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)(
    'a %s that breaks off',
    async (format) => {
      const whole = await drawn().toFormat(format).toBuffer();
      for (const share of [0.5, 0.95]) {
        const refusal = await refusalOf(whole.subarray(0, Math.floor(whole.length * share)));
        expect([share, refusal.code]).toEqual([share, 'truncated']);
      }
    },
  );

  it('a PNG whose data are damaged, keeping the cause', async () => {
    const whole = await drawn().png().toBuffer();
    whole.fill(0x55, whole.length >> 1, (whole.length >> 1) + 200);
    const refusal = await refusalOf(whole);
    expect(refusal.code).toBe('damaged');
    expect(refusal.cause).toBeInstanceOf(Error);
  });

  it('a bomb by its header, naming its size', async () => {
    const refusal = await refusalOf(hugePng(30_000, 30_000));
    expect(refusal.code).toBe('too-large');
    expect(refusal.message).toContain('30000 × 30000 px');
  });
});
