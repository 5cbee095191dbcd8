import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseUrl } from './address';
import type { ServerChild, ServerOptions } from './child';
import { ALREADY_SERVED, logTail, startServer } from './child';
import type { Keeper } from './keeper';
import { joinServer } from './keeper';
import { readState } from './state';

const POLL_MS = 25;
const START_LIMIT_MS = 180_000;
const ANSWER_LIMIT_MS = 180_000;
const MAX_RESTARTS_A_MINUTE = 5;

/** Where a command finds its database, and how it says that it is done with it. */
export interface Database {
  url: string;
  embedded: boolean;
  release(): Promise<void>;
}

/** What `ensureDatabase` may be told; only the folder has no default. */
export interface DatabaseOptions extends Partial<ServerOptions> {
  dataDir: string;
  /** Told, in a sentence, when the embedded database ended and what became of it. */
  report?: (message: string) => void;
}

interface Joined {
  url: string;
  keeper: Keeper;
}

const join = async (dataDir: string): Promise<Joined | null> => {
  const state = await readState(dataDir);
  const keeper = state && (await joinServer(state, ANSWER_LIMIT_MS));
  return state && keeper ? { url: databaseUrl(state), keeper } : null;
};

const mustLive = (child: ServerChild, dataDir: string): ServerChild | undefined => {
  const end = child.ended();
  if (!end) return child;
  if (end.code === ALREADY_SERVED) return undefined;
  throw new Error(
    `The embedded database in ${dataDir} did not start (${end.signal ?? `status ${end.code}`}):\n${logTail(dataDir)}`,
  );
};

/** Joins the server on the folder, starting one while there is none. Servers sort out themselves who stays. */
const joinOrStart = async (dataDir: string, options: ServerOptions): Promise<Joined> => {
  const deadline = Date.now() + START_LIMIT_MS;
  let child: ServerChild | undefined;
  for (;;) {
    const joined = await join(dataDir);
    if (joined) return joined;
    if (Date.now() > deadline) {
      throw new Error(`The embedded database in ${dataDir} did not come up in time.`);
    }
    child = (child && mustLive(child, dataDir)) ?? startServer(dataDir, options);
    await sleep(POLL_MS);
  }
};

/** Brings the server back whenever it dies, until `stop`. */
const supervise = (
  first: Joined,
  rejoin: () => Promise<Joined>,
  report: (message: string) => void,
) => {
  let keeper = first.keeper;
  let stopped = false;
  const deaths: number[] = [];

  const watch = async () => {
    for (;;) {
      await keeper.closed;
      if (stopped) return;
      deaths.push(Date.now());
      const recent = deaths.filter((at) => at > Date.now() - 60_000).length;
      if (recent > MAX_RESTARTS_A_MINUTE) throw new Error('it keeps ending');
      report('The embedded database ended unexpectedly; starting it again.');
      const again = await rejoin();
      keeper = again.keeper;
      if (stopped) return keeper.close();
      if (again.url !== first.url) throw new Error('its port was taken meanwhile');
      report('The embedded database is back.');
    }
  };
  watch().catch((error: Error) => report(`The embedded database is lost: ${error.message}`));

  return () => {
    stopped = true;
    keeper.close();
  };
};

/**
 * A database for this process: the one `DATABASE_URL` names, else the embedded one on the folder, shared with every
 * other process that asks for the same folder. It stays, and is started again should it die, until `release`.
 *
 * Throws: when the embedded database cannot be started, with the end of its log.
 */
export const ensureDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const configured = process.env.DATABASE_URL;
  if (configured) {
    // A launcher further up may already have started the embedded one, and keeps it.
    const embedded = process.env.DATABASE_EMBEDDED === 'true';
    return { url: configured, embedded, release: async () => {} };
  }
  const dataDir = path.resolve(options.dataDir);
  const { lingerMs = 5_000, idleInTransactionMs = 120_000, report = console.error } = options;
  const obtain = () => joinOrStart(dataDir, { lingerMs, idleInTransactionMs });
  const joined = await obtain();
  const stop = supervise(joined, obtain, report);
  return { url: joined.url, embedded: true, release: async () => stop() };
};
