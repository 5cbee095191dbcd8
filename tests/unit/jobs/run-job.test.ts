import { ProviderError } from '../../../src/plugins/reference-assets/server/src/errors';
import type { JobHandlers } from '../../../src/plugins/reference-assets/server/src/jobs/contract';
import { runJob } from '../../../src/plugins/reference-assets/server/src/jobs/run-job';

const job = { kind: 'asset.analyse', assetId: 'abcdefghijkl' };
const log = { info: () => {}, warn: () => {}, error: () => {} };
const signal = new AbortController().signal;

const limited = (retryAfterMs?: number) =>
  new ProviderError('slow down', {
    provider: 'openai',
    operation: 'analyse-picture',
    code: 'rate-limited',
    retryable: true,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });

/** One attempt of a job that throws, and what was written where people look. */
const attempt = async (error: Error, count: number) => {
  const said: object[] = [];
  const handler = {
    run: () => Promise.reject(error),
    failed: async (_job: object, why: object) => void said.push({ failed: why }),
    delayed: async (_job: object, why: object) => void said.push({ delayed: why }),
  };
  const handlers = { 'asset.analyse': handler } as unknown as JobHandlers;
  return { verdict: await runJob(handlers, job, { attempt: count, signal }, log), said };
};

describe('one attempt of a job', () => {
  it('waits as long as the vendor asks, and says meanwhile why', async () => {
    const { verdict, said } = await attempt(limited(45_000), 1);
    expect(verdict).toEqual({ retryAfterMs: 45_000 });
    expect(said).toEqual([{ delayed: { code: 'rate-limited', message: 'slow down' } }]);
  });

  it('waits its own time where the vendor asks for less or for nothing', async () => {
    expect((await attempt(limited(10), 3)).verdict).toEqual({ retryAfterMs: 8000 });
    expect((await attempt(limited(), 1)).verdict).toEqual({ retryAfterMs: 2000 });
  });

  it('ends a job that cannot succeed unchanged, and one that was tried often enough', async () => {
    const empty = new ProviderError('no credit', {
      provider: 'openai',
      operation: 'analyse-picture',
      code: 'no-credit',
      retryable: false,
    });
    const first = await attempt(empty, 1);
    expect(first.verdict).toBe('finished');
    expect(first.said).toEqual([{ failed: { code: 'no-credit', message: 'no credit' } }]);
    expect((await attempt(limited(10), 5)).verdict).toBe('finished');
  });
});
