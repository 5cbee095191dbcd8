import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Lets `write` make a file under a passing name beside its place and moves it there only when it is complete.
 *
 * A killed process leaves at most a `.partial-…` file, never a half-written result under the real name.
 */
export const writtenWhenComplete = async <T>(
  target: string,
  write: (partialPath: string) => Promise<T>,
): Promise<T> => {
  const folder = path.dirname(target);
  await mkdir(folder, { recursive: true });
  const name = `.partial-${randomBytes(6).toString('hex')}-${path.basename(target)}`;
  const partial = path.join(folder, name);
  try {
    const result = await write(partial);
    await rename(partial, target);
    return result;
  } finally {
    await rm(partial, { force: true });
  }
};
