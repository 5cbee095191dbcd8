import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { processStart } from '../../scripts/database/process-identity';
import { readState } from '../../scripts/database/state';

export const root = path.resolve(__dirname, '..', '..');
export const admin = { email: 'admin@example.com', password: 'Test-password-1' };

/** A port nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });

/** Everything one application keeps on disk; `from` copies another application's. */
export const newHome = async (from?: string): Promise<string> => {
  const home = await mkdtemp(path.join(os.tmpdir(), 'reference-assets-test-'));
  if (from) {
    await cp(from, home, { recursive: true });
    // Where the database of the other one listens; with it in hand, the copy would join that instead of its own.
    await rm(path.join(home, 'data', 'database.json'), { force: true });
  } else {
    await mkdir(path.join(home, 'public', 'uploads'), { recursive: true });
    await mkdir(path.join(home, 'tmp'));
    await writeFile(path.join(home, 'public', 'robots.txt'), '');
  }
  return home;
};

/** The environment of a command that works on a home. */
export const environmentOf = (
  home: string,
  more: Record<string, string> = {},
): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  // A file that is not there: the tests know their environment, whatever `.env` a developer has.
  ENV_PATH: path.join(home, 'no.env'),
  DATA_DIR: path.join(home, 'data'),
  PUBLIC_DIR: path.join(home, 'public'),
  // What one application leaves behind is not swept away by another before a test has seen it.
  TMPDIR: path.join(home, 'tmp'),
  ADMIN_EMAIL: admin.email,
  ADMIN_PASSWORD: admin.password,
  STRAPI_TELEMETRY_DISABLED: 'true',
  ...more,
});

/** Runs a command of the project in a group of its own, so that all of it can be killed; `folder` is another host's. */
export const runCommand = (
  home: string,
  args: string[],
  more: Record<string, string> = {},
  folder = root,
): ChildProcess =>
  spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', ...args], {
    cwd: folder,
    env: environmentOf(home, more),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });

const collect = (child: ChildProcess): (() => string) => {
  let text = '';
  const add = (chunk: Buffer) => (text = (text + chunk.toString()).slice(-20_000));
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
};

/** How a command ended, and the end of what it said. */
export const ended = async (
  child: ChildProcess,
): Promise<{ status: number | null; output: string }> => {
  const output = collect(child);
  const status = await new Promise<number | null>((resolve) =>
    child.once('close', (code) => resolve(code)),
  );
  return { status, output: output() };
};

/** A running application. */
export interface App {
  url: string;
  home: string;
  /** The launcher, leader of the process group. */
  pid: number;
  /** Present when the admin is signed in already. */
  adminToken?: string;
  output(): string;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** kill -9 of the application (not of its database); it may be started again on the same home. */
  kill(): Promise<void>;
}

const isHealthy = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/_health`)).status === 204;
  } catch {
    return false; // not listening yet
  }
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Signals a process or, with a negative id, a group; there may be none any more. */
const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

const gone = async (pid: number): Promise<void> => {
  while (processStart(pid) !== undefined) await pause(50);
};

/** Signals the group of a launcher, which ends after those it launched. */
export const endGroup = async (pid: number, name: NodeJS.Signals): Promise<void> => {
  signal(-pid, name);
  await gone(pid);
};

/** Starts the application as `npm start` does, and waits until it answers. */
export const startApp = async (
  options: { home?: string; env?: Record<string, string>; port?: number; folder?: string } = {},
): Promise<App> => {
  const home = options.home ?? (await newHome());
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), HOST: '127.0.0.1', ...options.env };
  const child = runCommand(
    home,
    [
      path.join(root, 'scripts/launch/with-database.ts'),
      ...['--', 'node_modules/.bin/strapi', 'start'],
    ],
    env,
    options.folder,
  );
  const output = collect(child);
  const until = Date.now() + 180_000;
  while (!(await isHealthy(url))) {
    const isOver = child.exitCode !== null || Date.now() > until;
    if (isOver) {
      if (child.pid) await endGroup(child.pid, 'SIGKILL');
      throw new Error(`the application did not start:\n${output()}`);
    }
    await pause(200);
  }
  const pid = child.pid as number; // it answers, so it was started
  return {
    url,
    home,
    pid,
    output,
    stop: () => endGroup(pid, 'SIGTERM'),
    kill: () => endGroup(pid, 'SIGKILL'),
  };
};

/** Ends the embedded database of a home that no application uses any more; it closes its files in order. */
export const endDatabase = async (
  home: string,
  name: NodeJS.Signals = 'SIGTERM',
): Promise<void> => {
  const state = await readState(path.join(home, 'data'));
  if (!state) return;
  signal(state.pid, name);
  await gone(state.pid);
};

/** Removes a home and ends what still runs on it. */
export const removeHome = async (home: string): Promise<void> => {
  await endDatabase(home, 'SIGKILL');
  await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
};
