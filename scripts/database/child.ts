import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Exit status of a server that found another one on its folder. */
export const ALREADY_SERVED = 3;

const MAX_LOG_BYTES = 1_000_000;
const LOG_TAIL_CHARS = 2_000;

/** How a server behaves towards its clients. */
export interface ServerOptions {
  /** How long it stays after the last client left. */
  lingerMs: number;
  /** How long a client may stay in a transaction without a word before it is rolled back and closed. */
  idleInTransactionMs: number;
}

/** A server process that was started; `ended` says how it went as soon as it is over. */
export interface ServerChild {
  ended(): { code: number | null; signal: NodeJS.Signals | null } | undefined;
}

const logFile = (dataDir: string) => path.join(dataDir, 'database.log');

const openLog = (dataDir: string): number => {
  const size = statSync(logFile(dataDir), { throwIfNoEntry: false })?.size ?? 0;
  return openSync(logFile(dataDir), size > MAX_LOG_BYTES ? 'w' : 'a', 0o600);
};

/** The end of what servers on this folder have said. */
export const logTail = (dataDir: string): string =>
  readFileSync(logFile(dataDir), 'utf8').slice(-LOG_TAIL_CHARS);

/**
 * Starts a server in a process group of its own, so that Ctrl-C reaches the application and not its database.
 * It outlives this process and ends by itself.
 */
export const startServer = (dataDir: string, options: ServerOptions): ServerChild => {
  mkdirSync(dataDir, { recursive: true });
  const log = openLog(dataDir);
  const child = spawn(
    process.execPath,
    [
      '--import',
      pathToFileURL(require.resolve('tsx')).href,
      path.join(__dirname, 'server.ts'),
      `--data-dir=${dataDir}`,
      `--linger-ms=${options.lingerMs}`,
      `--idle-in-transaction-ms=${options.idleInTransactionMs}`,
    ],
    { cwd: dataDir, detached: true, stdio: ['ignore', log, log], windowsHide: true },
  );
  closeSync(log);
  child.unref();

  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  return {
    ended() {
      if (failure) throw failure;
      if (child.exitCode === null && child.signalCode === null) return undefined;
      return { code: child.exitCode, signal: child.signalCode };
    },
  };
};
