import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findModel } from '../../../../src/plugins/reference-assets/server/src/providers/clip';
import { tinyModel as model, writeTinyClip } from '../../../fixtures-clip/tiny-clip';

let original: string;
let folder: string;
let modelPath: string;
beforeAll(async () => {
  original = await mkdtemp(path.join(tmpdir(), 'find-model-'));
  await writeTinyClip(original);
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'find-model-'));
  modelPath = path.join(folder, model.hubName);
  await cp(original, modelPath, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(() => rm(original, { recursive: true, force: true }));

test.each(['the model’s folder itself', 'a parent of it', 'the download folder'])(
  'finds a model in %s',
  async (where) => {
    const places = {
      'the model’s folder itself': { modelPath },
      'a parent of it': { modelPath: folder },
      'the download folder': { cacheDir: folder },
    };
    const place = { model, ...places[where as keyof typeof places] };
    expect(await findModel(place)).toEqual({ found: true, folder: modelPath, dtype: 'fp32' });
  },
);

test('looks nowhere else when a folder is configured', async () => {
  const found = await findModel({ model, modelPath: '/no/such/model', cacheDir: folder });
  expect(found).toMatchObject({ found: false });
});

test('does not look in a parent when only downloads count', async () => {
  expect(await findModel({ model, cacheDir: modelPath })).toMatchObject({ found: false });
});

test.each(['tokenizer.json', 'preprocessor_config.json', 'onnx/vision_model.onnx'])(
  'names %s when it is missing',
  async (file) => {
    await rm(path.join(modelPath, file));
    const found = await findModel({ model, modelPath });
    expect(found).toMatchObject({ found: false, reason: expect.stringContaining(file) });
  },
);

test('takes the weights that are there unless others are asked for', async () => {
  for (const half of ['text_model', 'vision_model']) {
    const file = path.join(modelPath, 'onnx', half);
    await rename(`${file}.onnx`, `${file}_quantized.onnx`);
  }
  expect(await findModel({ model, modelPath })).toMatchObject({ found: true, dtype: 'q8' });
  expect(await findModel({ model, modelPath, dtype: 'fp32' })).toMatchObject({
    found: false,
    reason: expect.stringContaining('onnx/text_model.onnx'),
  });
});

test('prefers the model’s own weights', async () => {
  for (const half of ['text_model', 'vision_model']) {
    const file = path.join(modelPath, 'onnx', half);
    await cp(`${file}.onnx`, `${file}_quantized.onnx`);
  }
  const quantised = { ...model, dtype: 'q8' as const };
  expect(await findModel({ model: quantised, modelPath })).toMatchObject({ dtype: 'q8' });
  expect(await findModel({ model, modelPath })).toMatchObject({ dtype: 'fp32' });
});
