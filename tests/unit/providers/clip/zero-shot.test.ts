import {
  createZeroShot,
  zeroShotVocabulary,
} from '../../../../src/plugins/reference-assets/server/src/providers/clip';

import { createWorkshop, type Workshop } from '../../../fixtures-clip/workshop';

/** Vectors of few dimensions: a phrase is encoded as the direction its first letter stands for. */
const axes = 'abcdefgh';
const axis = (letter: string, length = 1): Float32Array => {
  const vector = new Float32Array(axes.length);
  vector[axes.indexOf(letter)] = length;
  return vector;
};

const vocabulary = {
  types: {
    product: ['a'],
    logo: ['b'],
    person: ['c'],
    environment: ['d'],
    texture: ['e'],
    prop: ['f', 'g'],
  },
  objects: ['a bag', 'c woman', 'h hat'],
  styles: ['a minimal', 'b vintage', 'g modern'],
};

const setUp = () => {
  const asked: string[] = [];
  const encoder = {
    model: 'clip-x',
    encodeText: async (text: string) => {
      asked.push(text);
      return axis(text[0]!);
    },
  };
  return { asked, zeroShot: createZeroShot(encoder, vocabulary) };
};

describe('comparing with a vocabulary, on a real model of few colours', () => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await createWorkshop();
  });
  afterAll(() => workshop.close());

  it('knows a red picture from a blue one', async () => {
    const encoder = workshop.open();
    await encoder.start();
    const zeroShot = createZeroShot(encoder, {
      types: {
        product: ['red'],
        logo: ['blue'],
        person: ['green'],
        environment: ['yellow'],
        texture: ['black'],
        prop: ['white'],
      },
      objects: ['red', 'blue', 'green'],
      styles: ['red', 'blue', 'green'],
    });
    const flat = (r: number, g: number, b: number) => ({
      data: Uint8Array.from({ length: 32 * 32 * 3 }, (_, i) => [r, g, b][i % 3]!),
      width: 32,
      height: 32,
    });
    const red = await zeroShot.describe(await encoder.encodeImage(flat(220, 20, 20)));
    const blue = await zeroShot.describe(await encoder.encodeImage(flat(20, 30, 220)));
    expect([red.assetType, red.primaryObject]).toEqual(['product', 'red']);
    expect([blue.assetType, blue.primaryObject]).toEqual(['logo', 'blue']);
  });
});

describe('comparing with a vocabulary', () => {
  it('takes the nearest type, object and style', async () => {
    const { zeroShot } = setUp();
    const picture = axis('c', 0.3);
    picture[0] = 0.24;
    const found = await zeroShot.describe(picture);
    expect(found).toMatchObject({
      assetType: 'person',
      primaryObject: 'c woman',
      styleTags: ['a minimal'],
    });
    expect(found.confidence).toBeGreaterThan(0.99);
    expect(Object.values(found.types).reduce((a, b) => a + b)).toBeCloseTo(1, 6);
  });

  it('says nothing of an object when none stands out', async () => {
    const { zeroShot } = setUp();
    expect(await zeroShot.describe(axis('d', 0.3))).toMatchObject({
      assetType: 'environment',
      primaryObject: null,
      styleTags: [],
    });
  });

  it('encodes each phrase once', async () => {
    const { zeroShot, asked } = setUp();
    await zeroShot.describe(axis('a'));
    const first = asked.length;
    await zeroShot.describe(axis('b'));
    expect(asked).toHaveLength(first);
    expect(new Set(asked).size).toBe(first);
  });

  it('names its vocabulary, so that another one is another version', () => {
    const encoder = { model: 'clip-x', encodeText: async () => axis('a') };
    const other = createZeroShot(encoder, { ...vocabulary, styles: ['x'] });
    expect(other.version).not.toBe(setUp().zeroShot.version);
    expect(other.version).toMatch(/^vocabulary-[0-9a-f]{8}$/);
  });

  it('has a vocabulary of its own, of which a configuration replaces what it likes', () => {
    const own = zeroShotVocabulary.parse({ styles: ['grainy'] });
    expect(own.styles).toEqual(['grainy']);
    expect(own.objects.length).toBeGreaterThan(60);
    expect(zeroShotVocabulary.safeParse({ objects: [] }).success).toBe(false);
  });
});
