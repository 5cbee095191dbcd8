import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import sharp from 'sharp';

import {
  compositeLogo,
  scaledLogoPng,
} from '../../../../src/plugins/reference-assets/server/src/media/overlay/composite-logo';
import { openLogo } from '../../../../src/plugins/reference-assets/server/src/media/overlay/open-logo';

const folder = mkdtempSync(path.join(tmpdir(), 'logo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const save = async (name: string, body: string): Promise<string> => {
  const file = path.join(folder, name);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120">${body}</svg>`;
  await sharp(Buffer.from(drawing)).png().toFile(file);
  return file;
};

const white = '<rect width="240" height="120" fill="#fff"/>';
const ring = (color: string) =>
  `<circle cx="60" cy="60" r="34" fill="none" stroke="${color}" stroke-width="16"/>`;
const bar = (color: string) => `<rect x="120" y="30" width="90" height="60" fill="${color}"/>`;

const pixel = async (png: Buffer, x: number, y: number): Promise<number[]> => {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const o = (y * info.width + x) * 4;
  return [...data.subarray(o, o + 4)];
};

describe('openLogo', () => {
  it('trims a transparent logo to what is seen', async () => {
    const { ground, raster } = await openLogo(await save('clear.png', bar('#d02020')));
    expect(ground).toBe('transparent');
    // SVG edges on whole pixels: exactly the bar.
    expect([raster.width, raster.height]).toEqual([90, 60]);
  });

  it('frees a one-coloured logo from its ground, letters included', async () => {
    const { ground, raster } = await openLogo(
      await save('one.png', white + ring('#123') + bar('#123')),
    );
    expect(ground).toBe('removed');
    const centre = (Math.round(raster.height / 2) * raster.width + 42) * 4;
    expect(raster.data[centre + 3]).toBe(0);
  });

  it('keeps lines of one pixel', async () => {
    const fine = '<rect x="20" y="100" width="200" height="1" fill="#123"/>';
    const { raster } = await openLogo(await save('fine.png', white + bar('#123') + fine));
    const last = (raster.height - 1) * raster.width * 4;
    expect(raster.width).toBe(200);
    expect(raster.data[last + 100 * 4 + 3]).toBeGreaterThan(240);
  });

  it('keeps the ground when white paint and ground cannot be told apart', async () => {
    const logo = await openLogo(await save('two.png', white + ring('#d02020') + bar('#2040d0')));
    expect(logo.ground).toBe('opaque');
    expect(logo.raster.width).toBe(240);
  });
});

describe('compositeLogo', () => {
  it('lays the logo exactly where it should be', async () => {
    const logo = await openLogo(await save('bar.png', bar('#d02020')));
    const png = await scaledLogoPng(logo, { width: 30, height: 20 });
    const still = await sharp({
      create: { width: 100, height: 80, channels: 3, background: '#204060' },
    })
      .png()
      .toBuffer();
    const out = await compositeLogo(still, png, { x: 60, y: 50 });
    expect(await pixel(out, 75, 60)).toEqual([0xd0, 0x20, 0x20, 255]);
    expect(await pixel(out, 58, 60)).toEqual([0x20, 0x40, 0x60, 255]);
    expect(await pixel(out, 75, 48)).toEqual([0x20, 0x40, 0x60, 255]);
    expect(await sharp(out).metadata()).toMatchObject({ width: 100, height: 80 });
  });

  it('mixes half-transparent logos rightly, without dark fringes', async () => {
    const logo = await openLogo(await save('bar.png', bar('#ffffff')));
    const png = await scaledLogoPng(logo, { width: 30, height: 20 }, 0.5);
    const still = await sharp({
      create: { width: 60, height: 60, channels: 3, background: '#ffffff' },
    })
      .png()
      .toBuffer();
    const out = await compositeLogo(still, png, { x: 10, y: 10 });
    const { data } = await sharp(out).raw().toBuffer({ resolveWithObject: true });
    // White on white stays white everywhere, or some edge carried black.
    expect(Math.min(...data)).toBe(255);
    expect((await pixel(png, 15, 10))[3]).toBe(128);
  });
});
