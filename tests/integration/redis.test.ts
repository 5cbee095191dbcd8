import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { apiToken, send, until } from '../app/client';
import { ownApp } from '../app/shared-app';
import { freePort, removeHome, runCommand, type App } from '../app/start-app';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis) console.warn('skipped: the BullMQ engine is tried where redis-server is installed');
const describeWithRedis = hasRedis ? describe : describe.skip;

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    child.exitCode === null ? child.once('exit', () => resolve()) : resolve(),
  );

describeWithRedis('the BullMQ engine with a worker process', () => {
  let redis: ChildProcess;
  let app: App;
  let worker: ChildProcess;
  let said = '';

  beforeAll(async () => {
    const port = await freePort();
    redis = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], {
      stdio: 'ignore',
    });
    const env = { REDIS_URL: `redis://127.0.0.1:${port}` };
    app = await ownApp({ ...env, JOBS_RUN: 'false' });
    worker = runCommand(
      app.home,
      ['scripts/launch/with-database.ts', '--', 'node', 'dist/src/worker.js'],
      env,
    );
    const listen = (chunk: Buffer) => (said += chunk.toString());
    worker.stdout?.on('data', listen);
    worker.stderr?.on('data', listen);
    await until(
      async () => said,
      (text) => text.includes('worker ready'),
      120_000,
    );
  }, 240_000);

  afterAll(async () => {
    if (worker?.pid) process.kill(-worker.pid, 'SIGTERM');
    await app?.stop();
    if (worker) await ended(worker);
    redis?.kill();
    if (app) await removeHome(app.home);
  }, 60_000);

  it('makes a video in the worker while the server only answers', async () => {
    const token = await apiToken(app);
    const json = { data: { prompt: 'A calm 5 s film for a tea house', durationSeconds: 5 } };
    const created = await send(app, 'POST', '/api/video-generations', { token, json });
    expect(created.status).toBe(201);
    const path = `/api/video-generations/${created.body.data.documentId}?populate=beats`;
    const video = await until(
      async () => (await send(app, 'GET', path, { token })).body.data,
      ({ status }) => status === 'in_review' || status === 'failed',
      180_000,
    );
    expect(video).toMatchObject({
      status: 'in_review',
      error: null,
      qualityReport: { passed: true },
    });
    const status = await send(app, 'GET', '/reference-assets/status', {
      token: (
        await send(app, 'POST', '/admin/login', {
          json: { email: 'admin@example.com', password: 'Test-password-1' },
        })
      ).body.data.accessToken,
    });
    expect(status.body.data.jobs).toMatchObject({ engine: 'bullmq', waiting: 0, running: 0 });
  }, 240_000);
});
