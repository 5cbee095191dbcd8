import { createGiveWay } from '../../../src/plugins/reference-assets/server/src/jobs/give-way';
import {
  done,
  type JobHandler,
} from '../../../src/plugins/reference-assets/server/src/jobs/contract';

/** An upload that lasts until it is told to end. */
const openUpload = (giveWay: ReturnType<typeof createGiveWay>) => {
  let end = (): void => undefined;
  const over = giveWay.during(() => new Promise<void>((resolve) => (end = resolve)));
  return async () => {
    end();
    await over;
  };
};

describe('what stands back for uploads', () => {
  const limits = { quietMs: 250, mostMs: 5000, seriesMs: 1000 };
  let at = 0;
  const giveWay = () => createGiveWay(limits, () => at);
  beforeEach(() => (at = 1_000_000));

  it('waits while one is under way, and a little for the next', async () => {
    const way = giveWay();
    expect(way.waitMs()).toBe(0);
    const end = openUpload(way);
    expect(way.waitMs()).toBe(250);
    await end();
    at += 100;
    expect(way.waitMs()).toBe(150);
    at += 150;
    expect(way.waitMs()).toBe(0);
  });

  it('waits for no series longer than its share, and anew for the next one', async () => {
    const way = giveWay();
    for (let n = 0; n < 60; n += 1) {
      const end = openUpload(way);
      const since = n * 100;
      expect(way.waitMs() > 0).toBe(since < limits.mostMs);
      at += 100;
      await end();
    }
    at += limits.seriesMs + 1;
    const end = openUpload(way);
    expect(way.waitMs()).toBe(250);
    await end();
  });

  it('waits no longer after an upload that was refused', async () => {
    const way = giveWay();
    await expect(way.during(() => Promise.reject(new Error('too large')))).rejects.toThrow(
      'too large',
    );
    at += limits.quietMs;
    expect(way.waitMs()).toBe(0);
  });

  const handlerThatTells = (told: string[]): JobHandler<'asset.analyse'> => ({
    run: async () => {
      told.push('job');
      return done;
    },
    failed: async () => undefined,
  });
  const job = { kind: 'asset.analyse', assetId: 'a' } as const;

  it('begins a job after the upload', async () => {
    const way = createGiveWay({ ...limits, quietMs: 5 });
    const told: string[] = [];
    const end = openUpload(way);
    const { signal } = new AbortController();
    const running = way.yielding(handlerThatTells(told)).run(job, { attempt: 1, signal });
    await new Promise((resolve) => setTimeout(resolve, 25));
    told.push('upload');
    await end();
    expect(await running).toEqual(done);
    expect(told).toEqual(['upload', 'job']);
  });

  it('begins no job when the process is asked to end meanwhile', async () => {
    const way = createGiveWay(limits);
    const told: string[] = [];
    const end = openUpload(way);
    const ending = new AbortController();
    const context = { attempt: 1, signal: ending.signal };
    const running = way.yielding(handlerThatTells(told)).run(job, context);
    ending.abort();
    await expect(running).rejects.toThrow();
    await end();
    expect(told).toEqual([]);
  });
});
