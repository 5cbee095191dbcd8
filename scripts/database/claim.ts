import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** One running process; `start` tells it from a later one with the same id. */
export interface ProcessName {
  pid: number;
  start: string;
}

interface ClaimParts {
  folder: string;
  self: ProcessName;
  /** When the process with this id began; undefined when there is none. */
  startOf: (pid: number) => string | undefined;
  /** Asked while others claim too; given their ids, says whether to stop trying. */
  giveUp: (others: number[]) => Promise<boolean>;
}

/** A folder that is this process's alone until `release`, or until the process ends. */
export interface Claim {
  release(): Promise<void>;
}

const mark = (start: string) => createHash('sha256').update(start).digest('hex').slice(0, 16);
const fileOf = ({ pid, start }: ProcessName) => `${pid}-${mark(start)}`;

/** Ids of the living processes that claim the folder; the claims of dead ones are swept away. */
const livingClaims = async ({ folder, self, startOf }: ClaimParts): Promise<number[]> => {
  const others = (await readdir(folder)).filter((file) => file !== fileOf(self));
  const living: number[] = [];
  for (const file of others) {
    const pid = Number.parseInt(file, 10);
    const start = startOf(pid);
    if (start !== undefined && file === fileOf({ pid, start })) living.push(pid);
    else await rm(path.join(folder, file), { force: true });
  }
  return living;
};

/**
 * Makes a folder this process's own, or returns null once `giveUp` says so.
 *
 * Every contender writes a file of its own name and only then looks who else is there: of two, the one that looks
 * later sees the other, so two can never both find themselves alone. Nothing is ever taken over: the file of a dead
 * process is nobody's, and sweeping it away twice does no harm.
 */
export const claimFolder = async (parts: ClaimParts): Promise<Claim | null> => {
  const file = path.join(parts.folder, fileOf(parts.self));
  await mkdir(parts.folder, { recursive: true });
  for (;;) {
    await writeFile(file, '');
    const others = await livingClaims(parts);
    if (others.length === 0) return { release: () => rm(file, { force: true }) };
    await rm(file, { force: true });
    if (await parts.giveUp(others)) return null;
    // At random, so that two who keep meeting part.
    await sleep(20 + Math.random() * 100);
  }
};
