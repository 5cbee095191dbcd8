import { spawn, type ChildProcess } from 'node:child_process';
import { until } from './client';
import { endGroup, freePort, runCommand, type App } from './start-app';

/** A Redis of a test's own, which keeps nothing on disk. */
export const startRedis = async (
  port?: number,
): Promise<{ port: number; stop(): Promise<void> }> => {
  const at = port ?? (await freePort());
  const redis = spawn('redis-server', ['--port', String(at), '--save', '', '--bind', '127.0.0.1'], {
    stdio: 'ignore',
  });
  const over = new Promise<void>((resolve) => redis.once('exit', () => resolve()));
  return {
    port: at,
    async stop() {
      redis.kill('SIGKILL');
      await over;
    },
  };
};

/** A worker process of an application, which takes jobs from the same Redis. */
export const startWorker = async (
  app: Pick<App, 'home'>,
  env: Record<string, string>,
): Promise<{ child: ChildProcess; isOver(): boolean; stop(): Promise<void> }> => {
  const launch = ['scripts/launch/with-database.ts', '--', 'node', 'dist/src/worker.js'];
  const child = runCommand(app.home, launch, env);
  let said = '';
  const listen = (chunk: Buffer) => (said += chunk.toString());
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  await until(
    async () => said,
    (text) => text.includes('worker ready'),
    180_000,
  );
  return {
    child,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    stop: () => endGroup(child.pid as number, 'SIGKILL'),
  };
};
