import { createReplicate } from '../../../../src/plugins/reference-assets/server/src/providers/replicate';
import type { Misbehaviour } from '../../../vendors/misbehaviour';
import { freePort } from '../../../app/start-app';
import { startVendors, type Vendors } from '../../../vendors/vendor-server';
import { clipRequest, ended, failureOf, openLimiter, pictureFolder } from '../generation-fixtures';

let vendors: Vendors;
let pictures: Awaited<ReturnType<typeof pictureFolder>>;
let limiter: ReturnType<typeof openLimiter>;
const provider = (more: object = {}) =>
  createReplicate({
    apiToken: vendors.replicateToken,
    baseUrl: vendors.replicateUrl,
    timeoutMs: 10_000,
    downloadTimeoutMs: 600,
    maxDownloadBytes: 3_000_000,
    limiter,
    pausesMs: [5, 5],
    ...more,
  });

beforeAll(async () => {
  vendors = await startVendors();
  pictures = await pictureFolder();
});
beforeEach(() => {
  vendors.reset();
  limiter = openLimiter();
});
afterAll(async () => {
  await vendors.close();
  await pictures.remove();
});

/** Patience that a test can wait out, for a vendor that says nothing. */
const patience = (fault: Misbehaviour['fault']) =>
  fault.kind === 'hang' || fault.kind === 'drip' ? { timeoutMs: 400 } : {};

const throttled = { detail: 'Request was throttled.', status: 429, retry_after: 9 };

describe('a create that goes wrong', () => {
  type Row = [what: string, fault: Misbehaviour['fault'], expected: object, accepted: number];
  const rows: Row[] = [
    [
      '429 with the wait in its body',
      { kind: 'status', status: 429, retryAfter: '30', body: throttled },
      { code: 'rate-limited', retryable: true, retryAfterMs: 9000, outcomeUnknown: false },
      0,
    ],
    [
      '429 with Retry-After only',
      { kind: 'status', status: 429, retryAfter: '30', body: { detail: 'slow down' } },
      { code: 'rate-limited', retryable: true, retryAfterMs: 30_000 },
      0,
    ],
    [
      '429 without a word',
      { kind: 'status', status: 429, body: {} },
      { code: 'rate-limited', retryable: true, retryAfterMs: undefined },
      0,
    ],
    [
      'no credit',
      { kind: 'status', status: 402 },
      { code: 'no-credit', retryable: false, outcomeUnknown: false },
      0,
    ],
    [
      'a revoked token',
      { kind: 'status', status: 401 },
      { code: 'unavailable', retryable: false, outcomeUnknown: false },
      0,
    ],
    [
      'a forbidden model',
      { kind: 'status', status: 403 },
      { code: 'unavailable', retryable: false },
      0,
    ],
    [
      'a model that is gone',
      { kind: 'status', status: 404 },
      { code: 'bad-request', retryable: false },
      0,
    ],
    [
      'an input it refuses',
      { kind: 'status', status: 422 },
      { code: 'bad-request', retryable: false },
      0,
    ],
    [
      '500',
      { kind: 'status', status: 500 },
      { code: 'unavailable', retryable: true, outcomeUnknown: true },
      0,
    ],
    [
      '503 that was carried out',
      { kind: 'status', status: 503, accept: true },
      { code: 'unavailable', retryable: true, outcomeUnknown: true },
      1,
    ],
    [
      'a reset before acceptance',
      { kind: 'reset' },
      { code: 'unavailable', outcomeUnknown: true },
      0,
    ],
    [
      'a reset after acceptance',
      { kind: 'reset', accept: true },
      { code: 'unavailable', retryable: true, outcomeUnknown: true },
      1,
    ],
    ['silence', { kind: 'hang' }, { code: 'timeout', retryable: true, outcomeUnknown: true }, 0],
    [
      'silence after acceptance',
      { kind: 'hang', accept: true },
      { code: 'timeout', outcomeUnknown: true },
      1,
    ],
    ['a reply in drops', { kind: 'drip' }, { code: 'timeout', outcomeUnknown: true }, 1],
    [
      'a reply that is no JSON',
      { kind: 'invalid-json' },
      { code: 'bad-reply', retryable: false, outcomeUnknown: true },
      1,
    ],
    [
      'a reply of another shape',
      { kind: 'drift' },
      { code: 'bad-reply', retryable: false, outcomeUnknown: true },
      1,
    ],
  ];

  test.each(rows)(
    '%s: one create on the wire, said for what it is',
    async (_, fault, expected, accepted) => {
      vendors.misbehave({ on: 'create', fault });
      const failure = await failureOf(
        provider(patience(fault)).submit(clipRequest(pictures.small)),
      );
      expect(failure).toMatchObject(expected);
      const { requests, jobs } = vendors.report();
      expect(requests.create).toBe(1);
      expect(jobs).toHaveLength(accepted);
      expect(failure.message).not.toContain('invoice');
      expect(JSON.stringify([failure.message, String(failure.cause)])).not.toContain(
        vendors.replicateToken,
      );
    },
  );

  test('nobody listens: nothing was sent, so the outcome is known', async () => {
    const closed = provider({ baseUrl: `http://127.0.0.1:${await freePort()}/v1` });
    const failure = await failureOf(closed.submit(clipRequest(pictures.small)));
    expect(failure).toMatchObject({ code: 'unavailable', retryable: true, outcomeUnknown: false });
  });

  test('a wait is told to everybody who shares the limits', async () => {
    vendors.misbehave({ on: 'create', fault: { kind: 'status', status: 429, body: throttled } });
    await failureOf(provider().submit(clipRequest(pictures.small)));
    expect(limiter.pauses).toEqual([['replicate.create', 9000]]);
  });

  test('an upload that fails has made nothing', async () => {
    vendors.misbehave({ on: 'upload', fault: { kind: 'status', status: 500 } });
    const failure = await failureOf(provider().submit(clipRequest(pictures.large)));
    expect(failure).toMatchObject({ code: 'unavailable', retryable: true, outcomeUnknown: false });
    expect(vendors.report().requests.create).toBe(0);
  });

  test('the token stays out of an error that repeats it', async () => {
    const body = { detail: `bad token ${vendors.replicateToken}` };
    vendors.misbehave({ on: 'create', fault: { kind: 'status', status: 422, body } });
    const failure = await failureOf(provider().submit(clipRequest(pictures.small)));
    expect(String(failure.cause)).toContain('bad token ***');
  });
});

describe('a job that ends badly', () => {
  type Row = [what: string, fault: Misbehaviour['fault'], expected: object];
  const rows: Row[] = [
    [
      'NSFW',
      {
        kind: 'fails',
        error: 'NSFW content detected. Try running it again, or try a different prompt.',
      },
      { code: 'content-rejected', retryable: false },
    ],
    [
      'E005',
      { kind: 'fails', error: 'The input or output was flagged as sensitive. (E005)' },
      { code: 'content-rejected', retryable: false },
    ],
    [
      'PA',
      { kind: 'fails', error: 'Prediction interrupted; please retry (code: PA)' },
      { code: 'unavailable', retryable: true },
    ],
    [
      'E9828',
      { kind: 'fails', error: 'Director: unexpected error handling prediction (E9828)' },
      { code: 'unavailable', retryable: true },
    ],
    [
      'a failure of its own',
      { kind: 'fails', error: 'Input image is too small' },
      { code: 'bad-request', retryable: false },
    ],
    ['aborted before it began', { kind: 'aborted' }, { code: 'unavailable', retryable: true }],
    ['a result that is gone already', { kind: 'removed' }, { code: 'expired', retryable: false }],
  ];

  test.each(rows)('%s', async (_, fault, expected) => {
    vendors.misbehave({ on: 'job', fault });
    const { jobId } = await provider().submit(clipRequest(pictures.small));
    expect(await ended(provider(), jobId)).toMatchObject({ state: 'failed', failure: expected });
  });

  test('canceled by the vendor is told apart from failed', async () => {
    vendors.misbehave({ on: 'job', fault: { kind: 'canceled' } });
    const { jobId } = await provider().submit(clipRequest(pictures.small));
    expect(await ended(provider(), jobId)).toMatchObject({ state: 'canceled' });
  });

  test('an hour later a result is expired', async () => {
    const { jobId } = await provider().submit(clipRequest(pictures.small));
    await ended(provider(), jobId);
    vendors.state.jobs.get(jobId)!.endsAt -= vendors.state.settings.keepMs + 1000;
    expect(await provider().check(jobId)).toMatchObject({
      state: 'failed',
      failure: { code: 'expired' },
    });
  });

  test.each([
    ['500', { kind: 'status', status: 500 }, { code: 'unavailable', retryable: true }],
    ['a reset', { kind: 'reset' }, { code: 'unavailable', retryable: true }],
    ['silence', { kind: 'hang' }, { code: 'timeout', retryable: true }],
    ['no JSON', { kind: 'invalid-json' }, { code: 'bad-reply', retryable: true }],
    ['another shape', { kind: 'drift' }, { code: 'bad-reply', retryable: true }],
  ] as [string, Misbehaviour['fault'], object][])(
    'asking meets %s: the job goes on',
    async (_, fault, expected) => {
      const { jobId } = await provider().submit(clipRequest(pictures.small));
      vendors.misbehave({ on: 'check', fault });
      expect(await failureOf(provider(patience(fault)).check(jobId))).toMatchObject({
        ...expected,
        outcomeUnknown: false,
      });
      expect(await ended(provider(), jobId)).toMatchObject({ state: 'succeeded' });
    },
  );
});
