import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where the running server is; only the owner of the folder can read the user name that lets one in. */
export interface DatabaseState {
  pid: number;
  port: number;
  user: string;
  startedAt: string;
}

const fileIn = (dataDir: string) => path.join(dataDir, 'database.json');

const isState = (value: unknown): value is DatabaseState => {
  const state = value as DatabaseState | null;
  return (
    Number.isInteger(state?.pid) && Number.isInteger(state?.port) && typeof state?.user === 'string'
  );
};

/** The state left by the running or last server; undefined when there is none that can be read. */
export const readState = async (dataDir: string): Promise<DatabaseState | undefined> => {
  try {
    const value: unknown = JSON.parse(await readFile(fileIn(dataDir), 'utf8'));
    return isState(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Writes the state at once and whole: a reader never sees half of it. */
export const writeState = async (dataDir: string, state: DatabaseState): Promise<void> => {
  const draft = `${fileIn(dataDir)}.${state.pid}`;
  await writeFile(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, fileIn(dataDir));
};

/** Forgets the server: the next one is free to choose its port. */
export const removeState = (dataDir: string): Promise<void> => rm(fileIn(dataDir), { force: true });
