import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { findModel } from '../../../../src/plugins/reference-assets/server/src/providers/clip';
import { tinyModel } from '../../../fixtures-clip/tiny-clip';
import { createWorkshop, type Workshop } from '../../../fixtures-clip/workshop';

let workshop: Workshop;
const servers: Server[] = [];
beforeAll(async () => {
  workshop = await createWorkshop();
});
afterAll(async () => {
  await workshop.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function hub(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Serves the tiny model under the hub's addresses. */
const serveModel: RequestListener = (request, response) => {
  const prefix = `/${tinyModel.hubName}/resolve/main/`;
  const name = request.url?.startsWith(prefix) ? request.url.slice(prefix.length) : 'nothing';
  readFile(path.join(workshop.modelPath, name)).then(
    (bytes) => response.writeHead(200, { 'content-length': bytes.length }).end(bytes),
    () => response.writeHead(404).end(),
  );
};

function openOnHub(name: string, hubUrl: string, networkTimeoutMs = 20_000) {
  const cacheDir = path.join(workshop.folder, name);
  const options = { modelPath: undefined, cacheDir, hubUrl, networkTimeoutMs };
  return workshop.open({ ...options, allowDownload: true });
}

test('downloads a model once and then needs no network', async () => {
  const encoder = openOnHub('fresh', await hub(serveModel));
  await encoder.start();
  expect(encoder.status()).toEqual({ state: 'ready', model: 'tiny-clip', dimension: 32 });
  const vector = await encoder.encodeText('mug');

  const cacheDir = path.join(workshop.folder, 'fresh');
  expect(await findModel({ model: tinyModel, cacheDir })).toMatchObject({ found: true });
  const offline = workshop.open({ modelPath: undefined, cacheDir, allowDownload: false });
  expect(await offline.encodeText('mug')).toEqual(vector);
});

test('is absent when downloading is not allowed', async () => {
  let requests = 0;
  const hubUrl = await hub((_, response) => {
    requests += 1;
    response.writeHead(404).end();
  });
  const cacheDir = path.join(workshop.folder, 'forbidden');
  const encoder = workshop.open({ modelPath: undefined, cacheDir, hubUrl });
  await encoder.start();
  expect(encoder.status().state).toBe('absent');
  expect(requests).toBe(0);
});

test('is absent when the hub does not know the model', async () => {
  const encoder = openOnHub('unknown', await hub((_, response) => response.writeHead(404).end()));
  await encoder.start();
  expect(encoder.status().state).toBe('absent');
  await expect(encoder.encodeText('mug')).rejects.toMatchObject({ retryable: false });
});

test('is absent when the hub cannot be reached, and says why', async () => {
  const hubUrl = await hub(serveModel);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  const encoder = openOnHub('unreachable', hubUrl);
  await encoder.start();
  expect(encoder.status()).toMatchObject({
    state: 'absent',
    reason: expect.stringContaining('ECONNREFUSED'),
  });
  await expect(encoder.encodeText('mug')).rejects.toMatchObject({
    code: 'unavailable',
    retryable: true,
  });
});

test('gives up on a download that stops half way, and completes it the next time', async () => {
  let stall = true;
  const hubUrl = await hub((request, response) => {
    if (!stall || !request.url?.endsWith('vision_model.onnx')) return serveModel(request, response);
    response.writeHead(200, { 'content-length': 100_000 }).write(Buffer.alloc(1_000));
  });
  const encoder = openOnHub('half', hubUrl, 1_500);
  await encoder.start();
  expect(encoder.status().state).toBe('absent');
  await expect(encoder.encodeText('mug')).rejects.toMatchObject({ code: 'timeout' });
  stall = false;
  await encoder.start();
  expect(encoder.status().state).toBe('ready');
});
