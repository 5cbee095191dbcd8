import path from 'node:path';
import sharp from 'sharp';
import type {
  Encoder,
  RgbRaster,
} from '../../../../src/plugins/reference-assets/server/src/providers/ports';
import { createWorkshop, type Workshop } from '../../../fixtures-clip/workshop';

const solid = (colour: [number, number, number], width = 40, height = 30): RgbRaster => ({
  data: Uint8Array.from({ length: width * height * 3 }, (_, index) => colour[index % 3]),
  width,
  height,
});
const red = solid([220, 20, 30]);
const blue = solid([20, 50, 220]);
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);

let workshop: Workshop;
let encoder: Encoder;
beforeAll(async () => {
  workshop = await createWorkshop();
  encoder = workshop.open();
  await encoder.start();
});
afterAll(() => workshop.close());

test('becomes ready and says what it is', () => {
  expect(encoder.status()).toEqual({ state: 'ready', model: 'tiny-clip', dimension: 32 });
});

test('gives vectors of the model’s dimension and of length 1', async () => {
  for (const vector of [await encoder.encodeText('a mug'), await encoder.encodeImage(red)]) {
    // The thread's reply is an array of Node's own realm, not of the test's.
    expect(Object.prototype.toString.call(vector)).toBe('[object Float32Array]');
    expect(vector).toHaveLength(32);
    expect(dot(vector, vector)).toBeCloseTo(1, 5);
  }
});

test('gives the same vector for the same input and another for another', async () => {
  expect(await encoder.encodeText('mug')).toEqual(await encoder.encodeText('mug'));
  expect(await encoder.encodeImage(red)).toEqual(await encoder.encodeImage(red));
  expect(dot(await encoder.encodeText('mug'), await encoder.encodeText('sofa'))).toBeLessThan(0.9);
  expect(dot(await encoder.encodeImage(red), await encoder.encodeImage(blue))).toBeLessThan(0.9);
});

test('puts texts and pictures into one space', async () => {
  const text = await encoder.encodeText('red');
  const [near, far] = [await encoder.encodeImage(red), await encoder.encodeImage(blue)];
  expect(dot(text, near)).toBeGreaterThan(0.9);
  expect(dot(text, near)).toBeGreaterThan(dot(text, far) + 0.5);
});

test('sees where things are, not only which colours there are', async () => {
  const half = (left: RgbRaster, right: RgbRaster) => ({
    ...left,
    data: left.data.map((value, index) =>
      Math.floor(index / 3) % left.width < left.width / 2 ? value : right.data[index],
    ),
  });
  const vectors = [half(red, blue), half(blue, red)].map((image) => encoder.encodeImage(image));
  const [one, other] = await Promise.all(vectors);
  expect(dot(one, other)).toBeLessThan(0.9);
});

test('reads a picture from a file as it does from pixels', async () => {
  const file = path.join(workshop.folder, 'red.png');
  const { data, width, height } = red;
  await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(file);
  const fromFile = await encoder.encodeImage(file);
  expect(dot(fromFile, await encoder.encodeImage(red))).toBeGreaterThan(0.999);
});

test('sends only the picture when it is a view of a larger buffer', async () => {
  const buffer = new Uint8Array(red.data.length + 500);
  buffer.set(red.data, 100);
  const view = { ...red, data: buffer.subarray(100, 100 + red.data.length) };
  expect(await encoder.encodeImage(view)).toEqual(await encoder.encodeImage(red));
  expect(buffer).toHaveLength(red.data.length + 500);
});

test('keeps the end token of a text that is too long', async () => {
  // With the prompt's three words and the start and end tokens, 72 words are exactly 77 tokens.
  const longest = Array(72).fill('red').join(' ');
  const tooLong = Array(200).fill('red').join(' ');
  expect(await encoder.encodeText(tooLong)).toEqual(await encoder.encodeText(longest));
});

test('answers many requests at once, each with its own vector', async () => {
  const words = ['red', 'blue', 'green', 'mug', 'sofa', 'lamp'];
  const together = await Promise.all(words.map((word) => encoder.encodeText(word)));
  for (const [index, word] of words.entries()) {
    expect(together[index]).toEqual(await encoder.encodeText(word));
  }
});

test.each([
  ['a missing file', '/no/such/picture.png'],
  ['a file that is no picture', __filename],
  ['too few pixels', { data: new Uint8Array(10), width: 4, height: 4 }],
  ['no pixels', { data: new Uint8Array(0), width: 0, height: 0 }],
])('refuses %s and goes on', async (_, image) => {
  await expect(encoder.encodeImage(image)).rejects.toMatchObject({
    name: 'ProviderError',
    provider: 'clip',
    operation: 'encode-image',
    code: 'bad-request',
    retryable: false,
  });
  expect(encoder.status().state).toBe('ready');
  await expect(encoder.encodeImage(red)).resolves.toHaveLength(32);
});

test('refuses a text without words', async () => {
  await expect(encoder.encodeText(' \n')).rejects.toMatchObject({ code: 'bad-request' });
});
