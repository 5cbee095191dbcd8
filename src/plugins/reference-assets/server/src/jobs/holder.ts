import { randomUUID } from 'node:crypto';
import os from 'node:os';

/** Names this process among all that hold jobs or write files. */
export const newHolder = (): string => `${os.hostname()}/${process.pid}/${randomUUID()}`;

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, it is just not ours.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Whether a holder is known to have ended: it ran on this machine and its process is no more, or is this process
 * under an earlier name. Holders of other machines are never known to be gone; their leases run out.
 */
export const isGone = (holder: string, self: string): boolean => {
  if (holder === self) return false;
  const [host, pid] = holder.split('/');
  if (host !== os.hostname()) return false;
  return Number(pid) === process.pid || !exists(Number(pid));
};
