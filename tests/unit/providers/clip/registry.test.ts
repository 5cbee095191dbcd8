import {
  clipModels,
  createClipEncoder,
  defaultClipModelId,
  promptFor,
  resolveClipModel,
} from '../../../../src/plugins/reference-assets/server/src/providers/clip';

test('knows the default model', () => {
  expect(resolveClipModel(defaultClipModelId)).toMatchObject({
    hubName: 'Xenova/clip-vit-large-patch14',
    dimension: 768,
  });
});

test('takes a model of the configuration’s own', () => {
  const own = { ...clipModels[0], id: 'own', dimension: 64 };
  expect(resolveClipModel(own)).toBe(own);
});

test('refuses an unknown id, naming the known ones', () => {
  const options = { workerFile: '/w.js', model: 'clip-9000', allowDownload: false, timeoutMs: 1 };
  expect(() => createClipEncoder(options)).toThrow(RangeError);
  expect(() => createClipEncoder(options)).toThrow(/clip-9000.*clip-vit-base-patch32/);
});

test('puts a text into the prompt as it is', () => {
  expect(promptFor(clipModels[0], 'a $& mug')).toBe('a photo of a $& mug');
});

test('has ids and hub names only once', () => {
  for (const key of ['id', 'hubName'] as const) {
    expect(new Set(clipModels.map((model) => model[key])).size).toBe(clipModels.length);
  }
});
