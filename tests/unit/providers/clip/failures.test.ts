import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deadlyText } from '../../../fixtures-clip/build-worker';
import { tinyModel } from '../../../fixtures-clip/tiny-clip';
import { createWorkshop, type Workshop } from '../../../fixtures-clip/workshop';

const grey = { data: new Uint8Array(12).fill(128), width: 2, height: 2 };

let workshop: Workshop;
beforeAll(async () => {
  workshop = await createWorkshop();
});
afterAll(() => workshop.close());

async function copyOfModel(name: string): Promise<string> {
  const folder = path.join(workshop.folder, name);
  await cp(workshop.modelPath, folder, { recursive: true });
  return folder;
}

async function truncate(file: string): Promise<void> {
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length / 2));
}

test('is absent without a model folder, and says where it looked', async () => {
  const encoder = workshop.open({ modelPath: '/no/such/model' });
  await encoder.start();
  expect(encoder.status()).toMatchObject({ state: 'absent' });
  expect(encoder.status().reason).toContain('/no/such/model');
  await expect(encoder.encodeText('mug')).rejects.toMatchObject({
    code: 'unavailable',
    retryable: false,
    operation: 'encode-text',
  });
});

test('never downloads when a folder is configured', async () => {
  const encoder = workshop.open({
    modelPath: '/no/such/model',
    allowDownload: true,
    hubUrl: 'http://127.0.0.1:9/',
  });
  await encoder.start();
  expect(encoder.status().reason).toContain('/no/such/model');
});

test('is absent without the optional library', async () => {
  const bare = await createWorkshop(['sharp']);
  const encoder = bare.open();
  await encoder.start();
  expect(encoder.status().state).toBe('absent');
  expect(encoder.status().reason).toContain('@huggingface/transformers');
  await bare.close();
});

test('starts once the model has arrived', async () => {
  const modelPath = path.join(workshop.folder, 'later');
  const encoder = workshop.open({ modelPath });
  await encoder.start();
  expect(encoder.status().state).toBe('absent');
  await copyOfModel('later');
  await encoder.start();
  expect(encoder.status().state).toBe('ready');
});

test('fails on damaged text weights', async () => {
  const modelPath = await copyOfModel('damaged-text');
  await truncate(path.join(modelPath, 'onnx/text_model.onnx'));
  const encoder = workshop.open({ modelPath });
  await encoder.start();
  expect(encoder.status()).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('cannot be loaded'),
  });
  await expect(encoder.encodeImage(grey)).rejects.toMatchObject({ code: 'unavailable' });
});

test('fails on damaged vision weights with the first picture', async () => {
  const modelPath = await copyOfModel('damaged-vision');
  await truncate(path.join(modelPath, 'onnx/vision_model.onnx'));
  const encoder = workshop.open({ modelPath });
  await expect(encoder.encodeImage(grey)).rejects.toMatchObject({ code: 'unavailable' });
  await encoder.encodeText('mug').catch(() => undefined);
  expect(encoder.status().state).toBe('failed');
});

test('fails when the model has another dimension than promised', async () => {
  const encoder = workshop.open({ model: { ...tinyModel, dimension: 768 } });
  await encoder.start();
  expect(encoder.status().state).toBe('failed');
  expect(encoder.status().reason).toMatch(/32 dimensions.*768/);
  await expect(encoder.encodeText('mug')).rejects.toMatchObject({ code: 'bad-reply' });
});

test('replaces a thread that dies, gives up when its successor dies too, and can be started again', async () => {
  const encoder = workshop.open();
  const before = await encoder.encodeText('mug');
  const deadly = encoder.encodeText(deadlyText);
  const queued = encoder.encodeText('mug');
  await expect(deadly).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  expect(await queued).toEqual(before);
  expect(encoder.status().state).toBe('ready');

  for (const _ of [1, 2]) {
    await expect(encoder.encodeText(deadlyText)).rejects.toMatchObject({ code: 'unavailable' });
  }
  await expect(encoder.encodeText('mug')).rejects.toMatchObject({ code: 'unavailable' });
  const { state, reason } = encoder.status();
  expect([state, reason]).toEqual(['failed', expect.stringContaining('exit code 9')]);

  await encoder.start();
  expect(await encoder.encodeText('mug')).toEqual(before);
});

test('fails when the worker’s file is missing', async () => {
  const encoder = workshop.open({ workerFile: path.join(workshop.folder, 'missing.js') });
  await encoder.start();
  expect(encoder.status()).toMatchObject({ state: 'failed' });
  expect(encoder.status().reason).toContain('missing.js');
});

test('gives up on a silent thread and takes another', async () => {
  await mkdir(path.join(workshop.folder, 'silent'));
  const workerFile = path.join(workshop.folder, 'silent', 'worker.js');
  await writeFile(
    workerFile,
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', ({ id, text }) => {
       if (text && text.includes('silence')) for (;;);
       parentPort.postMessage({ id, kind: 'vector', vector: new Float32Array(32).fill(1) });
     });`,
  );
  const encoder = workshop.open({ workerFile, timeoutMs: 1_000 });
  await expect(encoder.encodeText('silence')).rejects.toMatchObject({
    code: 'timeout',
    retryable: true,
  });
  await expect(encoder.encodeText('mug')).resolves.toHaveLength(32);
});

test('rejects what is waiting when it is closed, and stays closed', async () => {
  const encoder = workshop.open();
  await encoder.start();
  const waiting = Promise.allSettled([encoder.encodeText('mug'), encoder.encodeImage(grey)]);
  await encoder.close();
  for (const outcome of await waiting) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
  }
  await encoder.start();
  expect(encoder.status().state).toBe('absent');
});

test('can be closed while it loads', async () => {
  const encoder = workshop.open();
  const starting = encoder.start();
  await encoder.close();
  await starting;
  expect(encoder.status()).toMatchObject({ state: 'absent', reason: 'The encoder was closed.' });
});
