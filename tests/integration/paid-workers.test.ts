import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { apiToken, until } from '../app/client';
import { readBooks } from '../app/paid-books';
import { ownApp } from '../app/shared-app';
import { removeHome, root, type App } from '../app/start-app';
import { orderVideo, videoIn } from '../app/videos';
import { startRedis, startWorker } from '../app/workers';
import { startVendors, type Vendors } from '../vendors/vendor-server';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
const asked = process.env.KILL_POINTS ?? '';
const points = [
  'before-create',
  'after-create',
  'waiting',
  'after-result',
  'after-download',
  'in-settle',
].filter((point) => asked === 'all' || asked.split(',').includes(point));
if (hasRedis && points.length === 0)
  console.warn('two workers: only a lost Redis is tried; KILL_POINTS=all kills one at every point');
if (!hasRedis)
  console.warn('skipped: two workers and a lost Redis are tried where redis-server is installed');

(hasRedis ? describe : describe.skip)('two workers on a Redis while vendors work for them', () => {
  let vendors: Vendors;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let app: App;
  let token: string;
  let env: Record<string, string>;
  const faults = {
    NODE_OPTIONS: `--require ${path.join(root, 'tests', 'faults', 'kill-at.cjs')}`,
  };

  const order = async (what: string): Promise<string> => {
    const brief = { prompt: `Tea at dawn, ${what}`, durationSeconds: 5, qualityTier: 'standard' };
    return (await orderVideo(app, token, brief)).body.data.documentId;
  };
  /** Both sides' books agree, and nothing is left. */
  const expectEven = async (id: string, spentBefore: number): Promise<void> => {
    const video = await videoIn(app, token, id, ['in_review']);
    // What was set aside and not needed is given back after the video has moved on.
    const books = await until(
      () => readBooks(app, vendors),
      ({ heldUsd }) => heldUsd === 0,
      60_000,
    );
    const jobs = 2 * video.beats.length + 1;
    expect(books).toMatchObject({ jobs, things: jobs, heldUsd: 0, open: 0 });
    expect(books.ledgerUsd - spentBefore).toBeCloseTo(books.chargedUsd, 6);
  };
  let workers: Awaited<ReturnType<typeof startWorker>>[] = [];
  const startTwo = async (more: Record<string, string> = {}): Promise<void> => {
    workers = await Promise.all([1, 2].map(() => startWorker(app, { ...env, ...more })));
  };
  // One that a failed test left would work for the next.
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
  }, 60_000);
  const spent = async () => (await readBooks(app, vendors)).ledgerUsd;

  beforeAll(async () => {
    vendors = await startVendors({ films: true, imageMs: 300, videoMs: 4000, audioMs: 300 });
    redis = await startRedis();
    env = {
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      REPLICATE_API_TOKEN: vendors.replicateToken,
      REPLICATE_BASE_URL: vendors.replicateUrl,
      VENDOR_POLL_MS: '250',
    };
    app = await ownApp({ ...env, JOBS_RUN: 'false' });
    token = await apiToken(app);
  }, 300_000);
  afterAll(async () => {
    await app?.stop();
    await redis?.stop();
    await vendors?.close();
    if (app) await removeHome(app.home);
  }, 60_000);

  const eachPoint = points.length > 0 ? it.each(points) : it.skip.each(['at any point']);
  eachPoint(
    'the other goes on when one is killed with -9 %s',
    async (point) => {
      vendors.reset();
      const before = await spent();
      const killed = {
        ...faults,
        KILL_AT: point,
        KILL_MARK: path.join(app.home, `worker-${point}`),
      };
      await startTwo(killed);
      const id = await order(point);
      await until(
        async () => workers.some((worker) => worker.isOver()),
        (isOver) => isOver,
        120_000,
      );
      await expectEven(id, before);
    },
    600_000,
  );

  it('goes on when Redis loses everything it held', async () => {
    vendors.reset();
    const before = await spent();
    await startTwo();
    const id = await order('lost Redis');
    await until(
      async () => vendors.report().jobs.length,
      (jobs) => jobs > 0,
      120_000,
    );
    await redis.stop();
    redis = await startRedis(redis.port);
    await expectEven(id, before);
  }, 600_000);
});
