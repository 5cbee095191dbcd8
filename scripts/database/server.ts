import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ALREADY_SERVED } from './child';
import { claimFolder } from './claim';
import type { Engine } from './engine';
import { openEngine } from './engine';
import type { Front } from './front';
import { createFront } from './front';
import { processStart } from './process-identity';
import type { DatabaseState } from './state';
import { readState, removeState, writeState } from './state';

const BROKEN = 70; // EX_SOFTWARE
const FIRST_CLIENT_LIMIT_MS = 30_000;

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string' },
      'linger-ms': { type: 'string', default: '5000' },
      'idle-in-transaction-ms': { type: 'string', default: '120000' },
    },
  });
  const dataDir = values['data-dir'];
  if (!dataDir) throw new Error('--data-dir is missing');
  return {
    dataDir: path.resolve(dataDir),
    lingerMs: Number(values['linger-ms']),
    idleInTransactionMs: Number(values['idle-in-transaction-ms']),
  };
};

const claim = (dataDir: string) => {
  const start = processStart(process.pid);
  if (start === undefined) throw new Error('cannot tell when this process began');
  return claimFolder({
    folder: path.join(dataDir, 'database.claims'),
    self: { pid: process.pid, start },
    startOf: processStart,
    giveUp: async (others) => {
      const state = await readState(dataDir);
      return state !== undefined && others.includes(state.pid);
    },
  });
};

/** An engine that failed cannot be trusted with another statement: the launcher starts a new process. */
const endWhenBroken = (engine: Engine): Engine => ({
  ...engine,
  run: (messages, settles) =>
    engine.run(messages, settles).catch((error: unknown) => {
      console.error(error);
      process.exit(BROKEN);
    }),
});

/** Calls `expired` once nobody has been in for a while; the first client is given more time to come. */
const createLinger = (lingerMs: number, expired: () => void) => {
  let timer = setTimeout(expired, Math.max(lingerMs, FIRST_CLIENT_LIMIT_MS));
  return (clients: number) => {
    clearTimeout(timer);
    if (clients === 0) timer = setTimeout(expired, lingerMs);
  };
};

/** Listens where the last server did, if it ended without saying goodbye: its clients come back there. */
const listenAgain = async (front: Front, last: DatabaseState | undefined): Promise<number> => {
  try {
    return await front.listen(last?.port ?? 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    console.error(`port ${last?.port} was taken meanwhile`);
    return front.listen(0);
  }
};

const main = async (): Promise<void> => {
  const { dataDir, lingerMs, idleInTransactionMs } = readOptions();
  const claimed = await claim(dataDir);
  if (!claimed) process.exit(ALREADY_SERVED);

  let stop: (why: 'deserted' | 'told to') => void = () => {};
  const stopping = new Promise<'deserted' | 'told to'>((resolve) => (stop = resolve));
  process.on('SIGTERM', () => stop('told to')).on('SIGINT', () => stop('told to'));

  const last = await readState(dataDir);
  const user = last?.user ?? `embedded_${randomBytes(24).toString('hex')}`;
  const engine = endWhenBroken(await openEngine(path.join(dataDir, 'pg')));
  const onClients = createLinger(lingerMs, () => stop('deserted'));
  const front = createFront({ engine, user, idleInTransactionMs, onClients });
  const port = await listenAgain(front, last);
  const startedAt = new Date().toISOString();
  await writeState(dataDir, { pid: process.pid, port, user, startedAt });
  console.log(`${startedAt} listening on 127.0.0.1:${port}`);

  const why = await stopping;
  // Listening ends first: whoever comes now finds nobody, instead of a server that is about to leave.
  const closed = front.close();
  // Clients that are still there expect the next server at the same address; the state tells it.
  if (why === 'deserted') await removeState(dataDir);
  await closed;
  await engine.close();
  await claimed.release();
  console.log(`${new Date().toISOString()} closed`);
  process.exit(0);
};

main().catch((error: Error) => {
  // The message alone: the stack of a failure in the engine begins with a page of its minified source.
  console.error(`The embedded database cannot go on: ${error.message}`);
  process.exit(1);
});
