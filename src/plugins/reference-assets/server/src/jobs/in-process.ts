import { jobKey, type Job } from '../../../shared/contracts/jobs';
import type { JobRow, JobTable } from '../stores/job-table';
import {
  laneOf,
  lanes,
  type JobEngine,
  type JobHandlers,
  type Lane,
  type RingOptions,
} from './contract';
import { isGone } from './holder';
import { runJob, type JobLog } from './run-job';
import { messageOf } from '../../../shared/message-of';

const leaseMs = 60_000;
const keepEveryMs = 15_000;
const lookEveryMs = 1000;

export interface InProcessOptions {
  table: JobTable;
  holder: string;
  concurrency: Record<Lane, number>;
  log: JobLog;
  /** false: rings only, and leaves the work to other processes. */
  run: boolean;
}

/**
 * The engine without Redis: a table of the database is the queue, every process that runs it takes from it.
 *
 * A ring is heard at once in this process and within a second in others. Jobs of a process that died are freed
 * at the next look when it ran on this machine, else when their lease ends.
 */
export const createInProcessEngine = (options: InProcessOptions): JobEngine => {
  const { table, holder, log, concurrency } = options;
  const running: Record<Lane, Set<Promise<void>>> = {
    analysis: new Set(),
    comparison: new Set(),
    video: new Set(),
    vendor: new Set(),
    import: new Set(),
    notice: new Set(),
    upkeep: new Set(),
  };
  const looking: Partial<Record<Lane, Promise<void>>> = {};
  /** Keys of what runs here: only these leases are renewed, so a job that could not be closed runs out. */
  const held = new Set<string>();
  const ending = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  let handlers: JobHandlers | undefined;

  const attempt = async (lane: Lane, row: JobRow, known: JobHandlers): Promise<void> => {
    try {
      const verdict = await runJob(
        known,
        row.data,
        { attempt: row.attempts, signal: ending.signal },
        log,
      );
      if (verdict === 'finished') await table.finish(row.key, holder);
      else if ('laterMs' in verdict) {
        await table.putOff(row.key, holder, verdict.laterMs);
        lookIn(lane, verdict.laterMs);
      } else await table.putBack(row.key, holder, verdict.retryAfterMs);
    } catch (error) {
      // The database itself failed: the lease ends and somebody takes the job again.
      log.error(`job ${row.key} could not be closed: ${messageOf(error)}`);
    }
  };

  const take = async (lane: Lane): Promise<void> => {
    const known = handlers;
    const free = concurrency[lane] - running[lane].size;
    if (!known || free <= 0 || ending.signal.aborted) return;
    const rows = await table.claim(lane, holder, free, leaseMs);
    for (const row of rows) {
      held.add(row.key);
      const work = attempt(lane, row, known).finally(() => {
        held.delete(row.key);
        running[lane].delete(work);
        look(lane);
      });
      running[lane].add(work);
    }
  };

  /** Looks when a job falls due, which the regular look would find up to a second later. */
  const lookIn = (lane: Lane, ms: number): void => {
    if (ms <= 0) look(lane);
    else if (ms < lookEveryMs * 60) setTimeout(() => look(lane), ms + 5).unref();
  };

  /** Looks for due jobs of a lane; a look asked for while one is under way follows it. */
  const look = (lane: Lane): void => {
    if (!handlers || ending.signal.aborted) return;
    const before = looking[lane] ?? Promise.resolve();
    const mine: Promise<void> = before
      .then(() => take(lane))
      .catch((error: unknown) => log.warn(`jobs could not be taken: ${messageOf(error)}`))
      .finally(() => {
        if (looking[lane] === mine) delete looking[lane];
      });
    looking[lane] = mine;
  };

  const guarded = (work: () => Promise<unknown>) => () => {
    work().catch((error: unknown) => log.warn(`jobs: ${messageOf(error)}`));
  };
  const freeGone = async () => {
    const gone = (await table.holders()).filter((other) => isGone(other, holder));
    const freed = await table.release(gone);
    if (freed > 0) log.info(`${freed} job(s) of an ended process go on here`);
  };

  return {
    async ring(job: Job, ring: RingOptions = {}) {
      const lane = laneOf[job.kind];
      await table.ring({
        key: jobKey(job),
        lane,
        data: job,
        priority: ring.priority ?? 0,
        delayMs: ring.delayMs ?? 0,
      });
      lookIn(lane, ring.delayMs ?? 0);
    },

    async start(given) {
      if (!options.run) return;
      handlers = given;
      await freeGone();
      const every = (ms: number, work: () => void) => timers.push(setInterval(work, ms).unref());
      every(lookEveryMs, () => lanes.filter((lane) => !looking[lane]).forEach(look));
      every(
        keepEveryMs,
        guarded(() => table.keep(holder, [...held], leaseMs)),
      );
      every(keepEveryMs / 3, guarded(freeGone));
      lanes.forEach(look);
    },

    async stop() {
      ending.abort();
      timers.forEach(clearInterval);
      await Promise.all(Object.values(looking));
      await Promise.all(lanes.flatMap((lane) => [...running[lane]]));
    },

    follow: () => undefined,

    counts: () => table.counts(),
  };
};
