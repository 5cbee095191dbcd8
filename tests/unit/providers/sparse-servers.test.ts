import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { createGoogle } from '../../../src/plugins/reference-assets/server/src/providers/google';
import { createOpenAi } from '../../../src/plugins/reference-assets/server/src/providers/openai';
import { createReplicate } from '../../../src/plugins/reference-assets/server/src/providers/replicate';
import { emptyFilm, playTone } from '../../vendors/media-results';
import { entitiesAnswer } from '../../vendors/openai-answers';
import { clipRequest, openLimiter, pictureFolder, row } from './generation-fixtures';

type Answer = { status?: number; json?: unknown; bytes?: Buffer; mime?: string };
type Routes = Record<string, () => Answer>;

/** A server that answers what it is told to and no more, and keeps what it was asked. */
const serve = async (routes: Routes) => {
  const seen: { what: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    const what = `${request.method} ${request.url}`;
    seen.push({ what, headers: request.headers });
    request.resume();
    const { status = 200, json, bytes, mime } = routes[what]?.() ?? { status: 404 };
    response.writeHead(status, mime ? { 'content-type': mime } : {});
    response.end(bytes ?? (json === undefined ? undefined : JSON.stringify(json)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    seen,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((done) => server.close(done)),
  };
};

/** Servers of the same protocols that say no more than the protocols ask for. */
describe('a server that says little', () => {
  const link = { timeoutMs: 5000, downloadTimeoutMs: 5000, maxDownloadBytes: 3_000_000 };
  let pictures: Awaited<ReturnType<typeof pictureFolder>>;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    pictures = await pictureFolder();
  });
  afterEach(() => server.close());
  afterAll(() => pictures.remove());

  const replicate = (baseUrl: string) =>
    createReplicate({ ...link, apiToken: 'r8_secret', baseUrl, limiter: openLimiter() });
  const google = (baseUrl: string) =>
    createGoogle({ ...link, apiKey: 'AIza-secret', baseUrl, limiter: openLimiter() });

  it('of Replicate: an id and a status are enough, also without a path in its address', async () => {
    const film = emptyFilm();
    const sound = playTone(1);
    sound.bytes.writeUInt32LE(0xffffffff, 4); // as ffmpeg writes it into a pipe
    let status = 'starting';
    server = await serve({
      'POST /v1/models/kwaivgi/kling-v2.6/predictions': () => ({ json: { id: 'p1', status } }),
      'GET /v1/predictions/p1': () => ({ json: { id: 'p1', status, output: '' } }),
      'POST /v1/predictions/p1/cancel': () => ({ status: 204 }),
      'GET /v1/predictions': () => ({ json: { results: [{ id: 'p1', status }] } }),
      'GET /files/film.mp4': () => ({ bytes: film.bytes }),
      'GET /files/tone.wav': () => ({ bytes: sound.bytes, mime: 'application/octet-stream' }),
    });
    const vendor = replicate(server.url);
    const request = clipRequest(pictures.small);
    expect(await vendor.submit(request)).toEqual({ jobId: 'p1' });
    expect(await vendor.check('p1')).toEqual({ state: 'running' });
    await vendor.cancel('p1');
    const lost = { request, since: new Date(), isKnown: async () => false };
    expect(await vendor.find(lost)).toEqual({ jobId: 'p1' });
    status = 'canceled';
    expect(await vendor.check('p1')).toEqual({ state: 'canceled' });

    const from = (name: string) => server.url.replace('127.0.0.1', 'localhost') + name;
    const got = await vendor.download(from('/files/film.mp4'), pictures.folder, 'video');
    expect(await readFile(got.path)).toEqual(film.bytes);
    await vendor.download(from('/files/tone.wav'), pictures.folder, 'audio');
    // Results are public: the token stays with the API.
    const [{ headers: created }] = server.seen;
    expect(created.authorization).toBe('Bearer r8_secret');
    for (const { what, headers } of server.seen)
      if (what.includes('/files/')) expect(headers.authorization).toBeUndefined();
  });

  it('of Replicate: a job with our nonce is ours, whatever its clock says', async () => {
    const request = clipRequest(pictures.small);
    const webhook = `https://cms.example/hook?nonce=${request.nonce}`;
    const job = { id: 'p9', status: 'processing', created_at: '2020-01-01T00:00:00Z', webhook };
    server = await serve({ 'GET /v1/predictions': () => ({ json: { results: [job] } }) });
    const lost = { request, since: new Date(), isKnown: async () => false };
    expect(await replicate(`${server.url}/v1`).find(lost)).toEqual({ jobId: 'p9' });
  });

  it('of Google: any name of an operation, and a film in the reply itself', async () => {
    const film = emptyFilm();
    const model = 'veo-3.1-fast-generate-preview';
    const video = { encodedVideo: film.bytes.toString('base64') };
    const response = { generateVideoResponse: { generatedSamples: [{ video }] } };
    server = await serve({
      [`POST /v1beta/models/${model}:predictLongRunning`]: () => ({
        json: { name: 'operations/o-1' },
      }),
      'GET /v1beta/operations/o-1': () => ({
        json: { name: 'operations/o-1', done: true, response },
      }),
    });
    const vendor = google(server.url);
    const request = clipRequest(pictures.small, { model: row('veo-fast'), durationSeconds: 4 });
    const { jobId } = await vendor.submit(request);
    const state = await vendor.check(jobId);
    expect(state.state).toBe('succeeded');
    const [output] = state.state === 'succeeded' ? state.outputs : [];
    const got = await vendor.download(output!, pictures.folder, 'video');
    expect(await readFile(got.path)).toEqual(film.bytes);
  });

  it('of OpenAI: no details of what it took, nulls for what is not there', async () => {
    const text = JSON.stringify(entitiesAnswer);
    const answer = {
      ...{ id: 'resp_9', model: 'gpt-6-luna', status: 'completed', error: null },
      output: [
        { type: 'reasoning', content: null },
        { type: 'message', content: [{ type: 'output_text', text }] },
      ],
      usage: { input_tokens: 100, output_tokens: 20, input_tokens_details: null },
    };
    server = await serve({
      'POST /v1/responses': () => ({ json: answer, mime: 'application/json' }),
    });
    const choice = { model: 'gpt-6-luna', effort: 'low', maxOutputTokens: 2000 } as const;
    const { entities } = createOpenAi({
      ...{ apiKey: 'sk', baseUrl: server.url, timeoutMs: 5000, moderationModel: 'm', rates: {} },
      ...{ analysis: choice, planning: choice },
    });
    const reply = await entities.ask({ prompt: 'A film' });
    expect(entities.read(reply, { prompt: 'A film' }).product).toBe('trail shoe');
    expect(reply.costUsd).toBeCloseTo((100 * 0.1 + 20 * 0.5) / 1e6, 10);
  });
});
