import type { Queue } from 'bullmq';

const againKey = (jobId: string): string => `reference-assets:again:${jobId}`;
const memoryKey = 'reference-assets:memory';
const keepSeconds = 3600;

/**
 * What BullMQ does not remember by itself: that somebody rang for a job while it ran, and that Redis was emptied.
 *
 * Adding a job whose id is there already does nothing, also while it runs and has read its rows before they changed.
 */
export const createBell = (queue: Queue) => ({
  /** Notes that somebody rings for a job. */
  async rung(jobId: string): Promise<void> {
    await (await queue.client).set(againKey(jobId), 1, { EX: keepSeconds });
  },

  /** A job begins: it sees everything that was rung for until now. */
  async answered(jobId: string): Promise<void> {
    await (await queue.client).del(againKey(jobId));
  },

  /** Whether somebody rang since the job began; asking forgets it. */
  async rangMeanwhile(jobId: string): Promise<boolean> {
    return (await (await queue.client).del(againKey(jobId))) > 0;
  },

  /** Whether Redis has forgotten everything since the last look, by a flush or a restart. */
  async hasForgotten(): Promise<boolean> {
    return (await (await queue.client).hset(memoryKey, { kept: 1 })) > 0;
  },
});
export type Bell = ReturnType<typeof createBell>;
