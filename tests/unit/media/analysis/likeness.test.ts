import sharp from 'sharp';
import {
  describeLook,
  DESCRIPTOR_DIMENSIONS,
} from '../../../../src/plugins/reference-assets/server/src/media/analysis/descriptor';
import { viewOf } from '../../../../src/plugins/reference-assets/server/src/media/analysis/features/view';
import {
  hashDistance,
  perceptualHash,
} from '../../../../src/plugins/reference-assets/server/src/media/analysis/perceptual-hash';
import type { Raster } from '../../../../src/plugins/reference-assets/server/src/media/analysis/raster';
import { openPicture } from '../../../../src/plugins/reference-assets/server/src/media/decode';
import { painted, photograph, pipeline, svg } from './drawn';

const raster = async (file: Buffer): Promise<Raster> =>
  (await openPicture(file, { longSide: 200 })).raster;

const bottle =
  '<rect x="80" y="20" width="40" height="50" fill="#333"/><rect x="50" y="70" width="100" height="200" rx="20" fill="#1f7a3d"/><rect x="50" y="130" width="100" height="60" fill="#f4f1e6"/>';
const shoe =
  '<path d="M30 150 L30 90 L90 90 L150 140 L270 150 L270 180 L30 180 Z" fill="#c8102e"/><rect x="30" y="180" width="240" height="20" fill="#222"/>';
const lamp =
  '<path d="M100 40 L200 40 L240 140 L60 140 Z" fill="#f2c14e"/><rect x="145" y="140" width="10" height="120" fill="#555"/><rect x="100" y="260" width="100" height="14" fill="#555"/>';

const drawings = (ground: string) => {
  const drawn = (width: number, height: number, body: string) =>
    svg(width, height, `<rect width="100%" height="100%" fill="${ground}"/>${body}`);
  return {
    bottle: drawn(200, 300, bottle),
    shoe: drawn(300, 220, shoe),
    lamp: drawn(300, 300, lamp),
  };
};

const library = async (): Promise<Array<{ name: string; look: number[] }>> => {
  const pictures: Array<[string, Raster]> = [
    ...(await Promise.all(
      Object.entries(drawings('#ffffff')).map(
        async ([name, file]) => [name, await raster(file)] as [string, Raster],
      ),
    )),
    ['warm photograph', photograph(240, 180)],
    ['cool photograph', photograph(240, 180, 2)],
  ];
  return pictures.map(([name, picture]) => ({ name, look: describeLook(viewOf(picture)) }));
};

const dot = (one: number[], other: number[]): number =>
  one.reduce((sum, value, i) => sum + value * other[i]!, 0);

let known: Awaited<ReturnType<typeof library>> = [];
beforeAll(async () => {
  known = await library();
});

const nearest = (picture: Raster): string => {
  const look = describeLook(viewOf(picture));
  const ranked = [...known].sort((a, b) => dot(b.look, look) - dot(a.look, look));
  return ranked[0]!.name;
};

describe('describeLook', () => {
  it('gives numbers of fixed count and length 1, also for a plain or an invisible picture', () => {
    for (const alpha of [255, 0]) {
      const look = describeLook(viewOf(painted(9, 5, () => [90, 90, 90, alpha])));
      expect(look).toHaveLength(DESCRIPTOR_DIMENSIONS);
      expect(dot(look, look)).toBeCloseTo(1, 6);
    }
  });

  it.each(['bottle', 'shoe', 'lamp'] as const)(
    'finds the %s again, however it was changed',
    async (name) => {
      const file = drawings('#ffffff')[name];
      const png = await sharp(file).png().toBuffer();
      const { width, height } = await sharp(png).metadata();
      const inset = { left: Math.floor(width * 0.08), top: Math.floor(height * 0.08) };
      const crop = { ...inset, width: Math.floor(width * 0.84), height: Math.floor(height * 0.84) };
      const changed = {
        mirrored: await sharp(png).flop().png().toBuffer(),
        darker: await sharp(png).linear(0.6, 0).png().toBuffer(),
        encoded: await sharp(png).jpeg({ quality: 30 }).toBuffer(),
        cropped: await sharp(png).extract(crop).png().toBuffer(),
        otherGround: drawings('#9fc5e8')[name],
      };
      for (const [how, bytes] of Object.entries(changed)) {
        expect([how, nearest(await raster(bytes))]).toEqual([how, name]);
      }
    },
  );

  it('tells two photographs apart that share a composition but no colours', async () => {
    const encoded = await pipeline(photograph(240, 180, 2))
      .jpeg({ quality: 40 })
      .toBuffer();
    expect(nearest(await raster(encoded))).toBe('cool photograph');
  });
});

describe('perceptualHash', () => {
  it('hardly changes with encoding and size', async () => {
    const original = photograph(240, 180);
    const hash = perceptualHash(original);
    const jpeg = await pipeline(original).jpeg({ quality: 40 }).toBuffer();
    const small = await pipeline(original).resize(90).png().toBuffer();
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(hashDistance(hash, perceptualHash(await raster(jpeg)))).toBeLessThanOrEqual(4);
    expect(hashDistance(hash, perceptualHash(await raster(small)))).toBeLessThanOrEqual(4);
  });

  it('agrees for a cut-out and its flattened copy', async () => {
    const cutOut = await sharp(svg(200, 300, bottle))
      .png()
      .toBuffer();
    const flattened = await sharp(cutOut).flatten({ background: '#ffffff' }).jpeg().toBuffer();
    const [one, other] = [await raster(cutOut), await raster(flattened)].map(perceptualHash);
    expect(hashDistance(one!, other!)).toBeLessThanOrEqual(2);
  });

  it('differs widely for different pictures', async () => {
    const { shoe: one, lamp: other } = drawings('#ffffff');
    const distance = hashDistance(
      perceptualHash(await raster(one)),
      perceptualHash(await raster(other)),
    );
    expect(distance).toBeGreaterThan(16);
  });

  it('counts differing bits', () => {
    expect(hashDistance('0000000000000000', 'ffffffffffffffff')).toBe(64);
    expect(hashDistance('00000000000000f0', '00000000000000f1')).toBe(1);
  });
});
