import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { DATABASE } from './address';
import { endingStatus } from './replies';
import { encodeStartup } from './wire';

/** PostgreSQL in this process: one session, spoken to in protocol messages. */
export interface Engine {
  /** What PostgreSQL says to a new client after it let it in. */
  greeting: Buffer;
  /** Runs protocol messages; with `settles` the reply ends with ReadyForQuery, or the engine is broken. */
  run(messages: Buffer[], settles: boolean): Promise<Buffer>;
  close(): Promise<void>;
}

/** The engine no longer keeps to the protocol: only a new process can help. */
export class EngineBroken extends Error {}

const exchange = async (database: PGlite, message: Buffer): Promise<Buffer> => {
  const replies: Buffer[] = [];
  await database.execProtocolRawStream(message, {
    // The bytes are a view into the engine's own memory: copied before the next statement overwrites them.
    onRawData: (bytes) => void replies.push(Buffer.from(bytes)),
  });
  return replies.length === 1 ? replies[0] : Buffer.concat(replies);
};

/** Lets through what an operator must know; errors of single statements may carry rows and stay out of the log. */
const logSevere = (line: string): boolean => {
  if (/ (PANIC|FATAL): /.test(line)) console.error(line);
  return false;
};

const openDatabase = (folder: string) =>
  PGlite.create(folder, { extensions: { vector }, onStderr: logSevere });

/** Opens the folder, or makes it; a folder whose making was cut short is made anew, because nobody was let in yet. */
const openOrCreate = async (folder: string): Promise<PGlite> => {
  const unfinished = `${folder}.unfinished`;
  if (existsSync(unfinished)) await rm(folder, { recursive: true, force: true });
  if (!existsSync(folder)) await writeFile(unfinished, '');
  const database = await openDatabase(folder);
  await database.exec('CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public');
  await rm(unfinished, { force: true });
  return database;
};

/**
 * PostgreSQL with pgvector on a folder. A commit is in the operating system's hands before it is acknowledged:
 * it survives the death of this process, not the loss of power (the engine has no fsync).
 */
export const openEngine = async (folder: string): Promise<Engine> => {
  const database = await openOrCreate(folder);
  const greeting = await exchange(database, encodeStartup({ user: DATABASE, database: DATABASE }));
  return {
    greeting,
    async run(messages, settles) {
      const reply = await exchange(database, Buffer.concat(messages));
      if (settles && !endingStatus(reply)) {
        throw new EngineBroken('PostgreSQL did not answer with ReadyForQuery');
      }
      return reply;
    },
    close: () => database.close(),
  };
};
