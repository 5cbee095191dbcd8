import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const root = path.join(os.tmpdir(), 'reference-assets-work');

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Runs work with a folder of its own for files under way; the folder is gone when the work ends, however it ends. */
export const withScratch = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const scratch = await openScratch();
  try {
    return await work(scratch.path);
  } finally {
    await scratch.remove();
  }
};

/** A folder for files under way that outlives one function; whoever opens it removes it. */
export const openScratch = async (): Promise<{ path: string; remove(): Promise<void> }> => {
  await mkdir(root, { recursive: true });
  const folder = await mkdtemp(path.join(root, `${process.pid}-`));
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
};

/** Removes the folders of processes that were killed. */
export const sweepScratch = async (): Promise<void> => {
  await mkdir(root, { recursive: true });
  for (const name of await readdir(root)) {
    if (!isRunning(Number.parseInt(name, 10)))
      await rm(path.join(root, name), { recursive: true, force: true });
  }
};
