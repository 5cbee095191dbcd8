import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { readImage } from '../../../../src/plugins/reference-assets/server/src/providers/clip/read-image';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'read-image-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, picture: Sharp) {
  const file = path.join(folder, name);
  await picture.toFile(file);
  return readImage(file);
}

const plain = (background: string, channels: 3 | 4 = 3, width = 20, height = 10) =>
  sharp({ create: { width, height, channels, background } });

const pixel = ({ data }: { data: Uint8Array }) => [...data.subarray(0, 3)];

test('gives three channels of eight bits for every kind of picture', async () => {
  const kinds = {
    'rgb.png': plain('#c81e28'),
    'palette.png': plain('#c81e28').png({ palette: true }),
    'grey.png': plain('#808080').toColourspace('b-w'),
    'grey-alpha.png': plain('#808080', 4).toColourspace('b-w'),
    'deep.png': plain('#808080').toColourspace('rgb16').png(),
    'deep-grey.png': plain('#808080').toColourspace('grey16').png(),
    'cmyk.jpg': plain('#808080').toColourspace('cmyk').jpeg(),
    'webp.webp': plain('#808080', 4).webp(),
  };
  for (const [name, picture] of Object.entries(kinds)) {
    const { data, width, height } = await read(name, picture);
    expect([name, width, height, data.length]).toEqual([name, 20, 10, 600]);
    const expected = /^(rgb|palette)/.test(name) ? [200, 30, 40] : [128, 128, 128];
    pixel({ data }).forEach((value, channel) => {
      expect(Math.abs(value - expected[channel])).toBeLessThanOrEqual(15);
    });
  }
});

test('shows transparent parts white, whatever colour they hide', async () => {
  const hidden = plain('rgba(0, 0, 0, 0)', 4).png();
  expect(pixel(await read('hidden.png', hidden))).toEqual([255, 255, 255]);
});

test('turns a picture upright', async () => {
  const turned = plain('#123456').jpeg().withMetadata({ orientation: 6 });
  expect(await read('turned.jpg', turned)).toMatchObject({ width: 10, height: 20 });
});

test('bounds a huge picture by its shorter side', async () => {
  const huge = plain('#123456', 3, 2000, 1000).jpeg();
  expect(await read('huge.jpg', huge)).toMatchObject({ width: 1792, height: 896 });
});
