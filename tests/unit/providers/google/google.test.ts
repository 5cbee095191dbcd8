import { createGoogle } from '../../../../src/plugins/reference-assets/server/src/providers/google';
import { stateOf } from '../../../../src/plugins/reference-assets/server/src/providers/google/state';
import { operation } from '../../../../src/plugins/reference-assets/server/src/providers/google/wire';
import type { Misbehaviour } from '../../../vendors/misbehaviour';
import { startVendors, type Vendors } from '../../../vendors/vendor-server';
import {
  clipRequest,
  ended,
  failureOf,
  openLimiter,
  pictureFolder,
  row,
} from '../generation-fixtures';

let vendors: Vendors;
let pictures: Awaited<ReturnType<typeof pictureFolder>>;
const provider = (more: object = {}) =>
  createGoogle({
    apiKey: vendors.googleKey,
    baseUrl: vendors.googleUrl,
    timeoutMs: 10_000,
    downloadTimeoutMs: 20_000,
    maxDownloadBytes: 3_000_000,
    limiter: openLimiter(),
    pausesMs: [5, 5],
    ...more,
  });
const request = (more = {}) =>
  clipRequest(pictures.small, { model: row('veo-fast'), durationSeconds: 6, ...more });

beforeAll(async () => {
  vendors = await startVendors();
  pictures = await pictureFolder();
});
beforeEach(() => vendors.reset());
afterAll(async () => {
  await vendors.close();
  await pictures.remove();
});

describe('a job at Google', () => {
  test('from a still to a clip on disk, charged once; the key in the header only', async () => {
    const google = provider();
    const { jobId } = await google.submit(request({ negativePrompt: 'text', seed: 4 }));
    expect(jobId).toMatch(/^models\/veo-3.1-fast-generate-preview\/operations\//);
    const state = await ended(google, jobId);
    if (state.state !== 'succeeded') throw new Error(state.state);
    const file = await google.download(state.outputs[0]!, pictures.folder, 'video');
    expect(file).toMatchObject({ mime: 'video/mp4' });
    const [create] = vendors.state.seen;
    expect(create!.body).toEqual({
      instances: [
        {
          prompt: 'The camera moves in slowly.',
          image: { bytesBase64Encoded: expect.any(String), mimeType: 'image/png' },
        },
      ],
      parameters: {
        sampleCount: 1,
        durationSeconds: 6,
        aspectRatio: '16:9',
        resolution: '720p',
        negativePrompt: 'text',
      },
    });
    for (const { path, body, headers } of vendors.state.seen) {
      expect(headers['x-goog-api-key']).toBe(vendors.googleKey);
      expect(JSON.stringify([path, body ?? null])).not.toContain(vendors.googleKey);
    }
    expect(vendors.report()).toMatchObject({ requests: { create: 1 } });
    expect(vendors.report().chargedUsd).toBeCloseTo(0.6, 10);
  });

  test('references are sent as such', async () => {
    const references = [{ path: pictures.small, role: 'product' as const }];
    await provider().submit(request({ firstFrame: undefined, references, durationSeconds: 8 }));
    expect(vendors.state.seen[0]!.body.instances[0].referenceImages).toEqual([
      { image: expect.objectContaining({ mimeType: 'image/png' }), referenceType: 'ASSET' },
    ]);
  });

  test('done without a video is the safety filter', async () => {
    vendors.misbehave({ on: 'job', fault: { kind: 'filtered' } });
    const { jobId } = await provider().submit(request());
    expect(await ended(provider(), jobId)).toMatchObject({
      state: 'failed',
      failure: { code: 'content-rejected', retryable: false },
    });
    expect(vendors.report().chargedUsd).toBe(0);
  });

  test('an operation that failed inside may be tried again', async () => {
    vendors.misbehave({ on: 'job', fault: { kind: 'fails', error: 'Internal error.' } });
    const { jobId } = await provider().submit(request());
    expect(await ended(provider(), jobId)).toMatchObject({
      failure: { code: 'unavailable', retryable: true },
    });
  });

  test('the results of the real host are fetched from the server that stands in for it', async () => {
    const { jobId } = await provider().submit(request());
    await ended(provider(), jobId);
    const id = jobId.split('/').at(-1);
    const output = `https://generativelanguage.googleapis.com/v1beta/files/${id}:download?alt=media`;
    expect(await provider().download(output, pictures.folder, 'video')).toMatchObject({
      mime: 'video/mp4',
    });
  });

  test('a job id that leads elsewhere is not asked for', async () => {
    await expect(provider().check('../../v1/secrets')).rejects.toThrow();
    await expect(provider().check('operations/1?key=2')).rejects.toThrow();
    expect(vendors.state.seen).toHaveLength(0);
  });

  test('what cannot be looked up or ended is said to be so', async () => {
    expect(provider()).toMatchObject({ canFind: false, canCancel: false });
    const lost = { request: request(), since: new Date(), isKnown: async () => false };
    expect(await failureOf(provider().find(lost))).toMatchObject({
      retryable: false,
      outcomeUnknown: true,
    });
  });
});

const quota = (quotaId: string) => ({
  error: {
    code: 429,
    status: 'RESOURCE_EXHAUSTED',
    message: 'You exceeded your current quota.',
    details: [
      { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [{ quotaId }] },
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34s' },
    ],
  },
});

describe('a create at Google that goes wrong', () => {
  type Row = [what: string, fault: Misbehaviour['fault'], expected: object];
  const status = (code: number, body: object): Misbehaviour['fault'] => ({
    kind: 'status',
    status: code,
    body,
  });
  const rows: Row[] = [
    [
      'a limit of the minute',
      status(429, quota('PredictRequestsPerMinute')),
      { code: 'rate-limited', retryable: true, retryAfterMs: 34_000 },
    ],
    [
      'the quota of the day',
      status(429, quota('PredictRequestsPerDayPerProject')),
      { code: 'no-credit', retryable: false },
    ],
    [
      'no billing',
      status(400, {
        error: { code: 400, status: 'FAILED_PRECONDITION', message: 'enable billing' },
      }),
      { code: 'no-credit', retryable: false },
    ],
    ['a forbidden key', status(403, {}), { code: 'unavailable', retryable: false }],
    [
      'a prompt it refuses',
      status(400, {
        error: { code: 400, status: 'INVALID_ARGUMENT', message: 'violates our policy' },
      }),
      { code: 'content-rejected', retryable: false },
    ],
    [
      'an input it refuses',
      status(400, { error: { code: 400, status: 'INVALID_ARGUMENT', message: 'bad duration' } }),
      { code: 'bad-request', retryable: false },
    ],
    ['500', status(500, {}), { code: 'unavailable', retryable: true, outcomeUnknown: true }],
    ['a reset', { kind: 'reset', accept: true }, { code: 'unavailable', outcomeUnknown: true }],
    ['silence', { kind: 'hang' }, { code: 'timeout', outcomeUnknown: true }],
    ['another shape', { kind: 'drift' }, { code: 'bad-reply', outcomeUnknown: true }],
  ];

  test.each(rows)('%s: one create on the wire, said for what it is', async (_, fault, expected) => {
    vendors.misbehave({ on: 'create', fault });
    const patience = fault.kind === 'hang' ? { timeoutMs: 400 } : {};
    expect(await failureOf(provider(patience).submit(request()))).toMatchObject(expected);
    expect(vendors.report().requests.create).toBe(1);
  });

  test('a key that is not valid', async () => {
    expect(await failureOf(provider({ apiKey: 'AIza-wrong' }).submit(request()))).toMatchObject({
      code: 'unavailable',
      retryable: false,
      outcomeUnknown: false,
    });
  });
});

describe('the end of an operation', () => {
  const ended = (response?: object) =>
    stateOf(operation.parse({ name: 'o/1', done: true, response }));
  const video = { video: { uri: 'https://x.googleapis.com/v' } };

  test.each([
    [{ generateVideoResponse: { generatedSamples: [video] } }],
    [{ generatedVideos: [video] }],
  ])('%j has a video', (response) => {
    expect(ended(response)).toEqual({ state: 'succeeded', outputs: [video.video.uri] });
  });

  test.each([
    [{ generateVideoResponse: { raiMediaFilteredCount: 1 } }, 'content-rejected'],
    [{ generateVideoResponse: {} }, 'content-rejected'],
    [undefined, 'bad-reply'],
  ])('%j is %s', (response, code) => {
    expect(ended(response)).toMatchObject({ state: 'failed', failure: { code, retryable: false } });
  });
});
