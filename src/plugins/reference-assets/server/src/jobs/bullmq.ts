import type { Queue, Worker } from 'bullmq';
import { jobKey, type Job } from '../../../shared/contracts/jobs';
import { backoffMs, laneOf, lanes, type JobEngine, type JobHandlers, type Lane } from './contract';
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
  const workers: Worker[] = [];
  const complain = (error: Error) => options.log.warn(`redis: ${error.message}`);
  Object.values(queues).forEach((queue) => queue.on('error', complain));

  const startWorker = (lane: Lane, handlers: JobHandlers) => {
    const worker = new bullmq.Worker(
      queueName(lane),
      async (job) => {
        const context = { attempt: job.attemptsMade + 1, signal: ending.signal };
        const verdict = await runJob(handlers, job.data, context, options.log);
        if (verdict !== 'finished') throw new TryAgain(verdict.retryAfterMs);
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
    workers.push(worker);
  };

  return {
    async ring(job: Job, ring = {}) {
      await queues[laneOf[job.kind]].add(job.kind, job, {
        jobId: jobKey(job),
        delay: ring.delayMs ?? 0,
        // BullMQ counts the other way round: 1 comes first.
        priority: Math.max(1, 1000 - (ring.priority ?? 0)),
      });
    },

    async start(handlers) {
      if (options.run) lanes.forEach((lane) => startWorker(lane, handlers));
    },

    async stop() {
      ending.abort();
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
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
