import type { Queue, QueueEvents, Worker } from 'bullmq';
import { jobKey, type Job } from '../../../shared/contracts/jobs';
import { createBell, type Bell } from './bullmq-bell';
import {
  backoffMs,
  laneOf,
  lanes,
  type JobEngine,
  type JobHandlers,
  type Lane,
  type RingOptions,
} from './contract';
import { runJob, type JobLog } from './run-job';

export interface BullmqOptions {
  redisUrl: string;
  concurrency: Record<Lane, number>;
  log: JobLog;
  run: boolean;
}

/** Thrown to BullMQ, which then tries again after so long. */
class TryAgain extends Error {
  constructor(readonly retryAfterMs: number) {
    super('try again');
  }
}

/** A Redis that lost its memory is noticed within this time. */
const memoryLookMs = 5000;

const queueName = (lane: Lane) => `reference-assets-${lane}`;

const connectionOf = (redisUrl: string) => ({ url: redisUrl, maxRetriesPerRequest: null });

/**
 * The engine on Redis: a queue a lane, any number of worker processes.
 *
 * A job's id is its key, so ringing twice is ringing once; Redis holds nothing that reconcile cannot ring again.
 * BullMQ is an optional dependency, loaded when the engine is chosen.
 */
export const createBullmqEngine = async (options: BullmqOptions): Promise<JobEngine> => {
  const bullmq = await import('bullmq');
  const connection = connectionOf(options.redisUrl);
  const ending = new AbortController();
  const queues = Object.fromEntries(
    lanes.map((lane) => [
      lane,
      new bullmq.Queue(queueName(lane), {
        connection,
        defaultJobOptions: {
          removeOnComplete: true,
          removeOnFail: true,
          attempts: 50,
          backoff: { type: 'custom' },
        },
      }),
    ]),
  ) as Record<Lane, Queue>;
  const bells = Object.fromEntries(lanes.map((lane) => [lane, createBell(queues[lane])])) as Record<
    Lane,
    Bell
  >;
  const workers: Worker[] = [];
  const followers: QueueEvents[] = [];
  const complain = (error: Error) => options.log.warn(`redis: ${error.message}`);
  Object.values(queues).forEach((queue) => queue.on('error', complain));

  const ring = async (job: Job, { delayMs = 0, priority = 0 }: RingOptions = {}): Promise<void> => {
    const lane = laneOf[job.kind];
    const jobId = jobKey(job);
    await bells[lane].rung(jobId);
    const added = await queues[lane].add(job.kind, job, {
      jobId,
      delay: delayMs,
      // BullMQ counts the other way round: 1 comes first.
      priority: Math.max(1, 1000 - priority),
    });
    // One that waits for its time is wanted now; it may have begun in this very moment, which is as good.
    if (delayMs === 0 && (await added.isDelayed())) await added.promote().catch(complain);
  };

  /** Somebody rang for a job that was just running: what it read may have been too old. */
  const ringAgain = async (lane: Lane, job: Job): Promise<void> => {
    if (await bells[lane].rangMeanwhile(jobKey(job))) await ring(job);
  };

  /** A Redis that was emptied has lost every bell: reconcile rings for what the database says is owed. */
  const lookForLostMemory = async (): Promise<void> => {
    if (await bells.upkeep.hasForgotten()) await ring({ kind: 'library.reconcile' });
  };
  let watch: NodeJS.Timeout | undefined;

  const startWorker = (lane: Lane, handlers: JobHandlers) => {
    const worker = new bullmq.Worker(
      queueName(lane),
      async (job, token) => {
        const id = jobKey(job.data as Job);
        await bells[lane].answered(id);
        const context = { attempt: job.attemptsMade + 1, signal: ending.signal };
        const verdict = await runJob(handlers, job.data, context, options.log);
        if (verdict === 'finished') return;
        if ('retryAfterMs' in verdict) throw new TryAgain(verdict.retryAfterMs);
        const waitMs = (await bells[lane].rangMeanwhile(id)) ? 0 : verdict.laterMs;
        await job.moveToDelayed(Date.now() + waitMs, token);
        throw new bullmq.DelayedError();
      },
      {
        connection,
        concurrency: options.concurrency[lane],
        settings: {
          backoffStrategy: (attempt, _type, error) =>
            error instanceof TryAgain ? error.retryAfterMs : backoffMs(attempt),
        },
      },
    );
    worker.on('error', complain);
    worker.on('completed', (job) => {
      ringAgain(lane, job.data as Job).catch(complain);
    });
    workers.push(worker);
  };

  return {
    ring,

    async start(handlers) {
      if (!options.run) return;
      lanes.forEach((lane) => startWorker(lane, handlers));
      watch = setInterval(() => {
        lookForLostMemory().catch(complain);
      }, memoryLookMs).unref();
    },

    async stop() {
      ending.abort();
      clearInterval(watch);
      await Promise.all([...workers, ...followers].map((one) => one.close()));
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
    },

    follow(heard) {
      for (const lane of lanes) {
        const events = new bullmq.QueueEvents(queueName(lane), { connection });
        events.on('error', complain);
        for (const name of ['active', 'completed', 'failed', 'delayed'] as const)
          events.on(name, () => heard());
        followers.push(events);
      }
    },

    async counts() {
      const all = await Promise.all(
        lanes.map((lane) =>
          queues[lane].getJobCounts('waiting', 'prioritized', 'delayed', 'active'),
        ),
      );
      const oldest = await Promise.all(
        lanes.map((lane) => queues[lane].getJobs(['waiting', 'prioritized'], 0, 0, true)),
      );
      const times = oldest.flat().flatMap((job) => job?.timestamp ?? []);
      return {
        waiting: all.reduce(
          (sum, one) => sum + (one.waiting ?? 0) + (one.prioritized ?? 0) + (one.delayed ?? 0),
          0,
        ),
        running: all.reduce((sum, one) => sum + (one.active ?? 0), 0),
        oldestSeconds: times.length ? Math.round((Date.now() - Math.min(...times)) / 1000) : 0,
      };
    },
  };
};
