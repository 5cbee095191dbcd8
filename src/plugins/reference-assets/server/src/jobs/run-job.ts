import { jobData, type Job } from '../../../shared/contracts/jobs';
import { describeFailure } from '../describe-failure';
import {
  backoffMs,
  maxAttempts,
  type JobContext,
  type JobHandler,
  type JobHandlers,
} from './contract';

/** What an engine has to do with a job after one attempt. */
export type JobVerdict = 'finished' | { retryAfterMs: number } | { laterMs: number };

export interface JobLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Waiting time before the next attempt, ms: ours, or the vendor's where it asks for more. */
const waitMs = (attempt: number, askedMs = 0): number => Math.max(backoffMs(attempt), askedMs);

const handlerOf = (handlers: JobHandlers, job: Job) => handlers[job.kind] as JobHandler;

/**
 * One attempt of a job: the one boundary that turns a retryable failure into a retry and every other into a final one.
 *
 * A job that was started more often than {@link maxAttempts} (its process died each time) is not started again.
 */
export const runJob = async (
  handlers: JobHandlers,
  data: unknown,
  context: JobContext,
  log: JobLog,
): Promise<JobVerdict> => {
  const parsed = jobData.safeParse(data);
  if (!parsed.success) {
    log.error(`a job that nobody knows was dropped: ${JSON.stringify(data).slice(0, 200)}`);
    return 'finished';
  }
  const job = parsed.data;
  const handler = handlerOf(handlers, job);
  if (context.attempt > maxAttempts) {
    await handler.failed(job, {
      code: 'gave-up',
      message: `The step was started ${maxAttempts} times and never ended; its process died each time.`,
    });
    return 'finished';
  }
  try {
    const outcome = await handler.run(job, context);
    if ('laterMs' in outcome) return outcome;
    if ('skipped' in outcome) log.info(`${job.kind} skipped: ${outcome.skipped}`);
    return 'finished';
  } catch (error) {
    const failure = describeFailure(error);
    if (context.signal.aborted) return { retryAfterMs: 0 };
    if (failure.retryable && context.attempt < maxAttempts) {
      const retryAfterMs = waitMs(context.attempt, failure.retryAfterMs);
      log.warn(
        `${job.kind} will be tried again in ${Math.ceil(retryAfterMs / 1000)} s: ${failure.code}: ${failure.message}${failure.trace}`,
      );
      await handler.delayed?.(job, { code: failure.code, message: failure.message });
      return { retryAfterMs };
    }
    log.error(`${job.kind} failed: ${failure.code}: ${failure.message}${failure.trace}`);
    const { code, message, shortage } = failure;
    await handler.failed(job, { code, message, ...(shortage && { shortage }) });
    return 'finished';
  }
};
