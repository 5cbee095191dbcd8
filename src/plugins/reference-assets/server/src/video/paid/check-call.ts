import { ProviderError } from '../../errors';
import { later, skipped, type JobOutcome } from '../../jobs/contract';
import type { GenerationProvider, GenerationState } from '../../providers/generation-ports';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import { collectCall } from './collect-call';
import { endAttempt } from './end-attempt';
import { shown, stopsQueue, unreadableOutcome } from './failures';
import { giveUpCall } from './give-up-call';
import type { PaidNeeds } from './needs';
import { settleCall } from './settle-call';

/**
 * Waiting time before the next look: a small part of what the job has taken by now, so that a still is not waited for as
 * a clip is, and neither is seen much later than it ended; the last of many is what a video waits for.
 */
export const pollDelayMs = (pollMs: number, elapsedMs: number): number =>
  Math.min(pollMs * 2.5, Math.max(pollMs / 8, elapsedMs / 25));

const elapsedMs = ({ sentAt, createdAt }: VendorJobRow): number =>
  Date.now() - new Date(sentAt ?? createdAt).getTime();

/** A vendor that answers in words nobody understands is asked for so long before a person decides. */
const unreadableForMs = 120_000;

const isOverdue = (job: VendorJobRow, deadlineSeconds: number): boolean =>
  elapsedMs(job) > deadlineSeconds * 1000;

/** A job that still runs: looked at again later, ended where nobody wants it or its time is over. */
const wait = async (
  needs: PaidNeeds,
  vendor: GenerationProvider,
  job: VendorJobRow,
  signal: AbortSignal,
): Promise<JobOutcome> => {
  const deadline = needs.models.get(job.model)?.deadlineSeconds ?? 1800;
  if (!job.wanted || isOverdue(job, deadline))
    await vendor.cancel(job.providerJobId as string, signal);
  const waitMs = pollDelayMs(needs.pollMs, elapsedMs(job));
  const change = { looks: job.looks + 1, lookInMs: waitMs, error: null };
  await needs.vendorJobs.change(job.id, ['submitted'], change);
  return later(waitMs);
};

/** No state could be had: asked again later, but not for ever where the reply itself is not understood. */
const askAgain = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  error: ProviderError,
): Promise<JobOutcome> => {
  const ownMs = Math.max(needs.pollMs, pollDelayMs(needs.pollMs, elapsedMs(job)));
  const waitMs = Math.max(error.retryAfterMs ?? 0, ownMs);
  const change = { looks: job.looks + 1, lookInMs: waitMs };
  if (error.code !== 'bad-reply') {
    await needs.vendorJobs.change(job.id, ['submitted'], change);
    return later(waitMs);
  }
  const since = job.error?.since ?? new Date().toISOString();
  if (Date.now() - Date.parse(since) > unreadableForMs)
    return giveUpCall(needs, job, 'submitted', unreadableOutcome);
  const { code, message } = error;
  await needs.vendorJobs.change(job.id, ['submitted'], {
    ...change,
    error: { code, message, since },
  });
  return later(waitMs);
};

const canceled = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  seconds: number | undefined,
): Promise<JobOutcome> => {
  const deadline = needs.models.get(job.model)?.deadlineSeconds ?? 1800;
  const message = isOverdue(job, deadline)
    ? `${job.model} did not finish in ${deadline} s and was stopped.`
    : `The service stopped this order before it was done.`;
  if (job.wanted)
    return endAttempt(needs, job, { code: 'timeout', message }, true, {
      outcome: 'canceled',
      seconds,
    });
  await settleCall(needs, job, { outcome: 'canceled', seconds }, { state: 'canceled' });
  return skipped('it was canceled');
};

const take = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  found: Exclude<GenerationState, { state: 'running' }>,
  signal: AbortSignal,
): Promise<JobOutcome> => {
  const { seconds } = found;
  if (found.state === 'canceled') return canceled(needs, job, seconds);
  if (found.state === 'failed') {
    const { failure, isPaid } = found;
    const mayPass = failure.retryable || failure.code === 'expired';
    const outcome = isPaid ? 'succeeded' : 'failed';
    return endAttempt(needs, job, shown(failure), mayPass, { outcome, seconds });
  }
  const change = { state: 'succeeded', outputs: found.outputs, looks: 0 } as const;
  await settleCall(needs, job, { outcome: 'succeeded', seconds }, change);
  const settled = await needs.vendorJobs.find(job.id);
  return settled?.state === 'succeeded' ? collectCall(needs, settled, signal) : skipped('it ended');
};

/** Looks at a job at its vendor; whatever a webhook claimed, this is what counts. */
export const checkCall = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  signal: AbortSignal,
): Promise<JobOutcome> => {
  const vendor = needs.vendors.get(job.provider);
  if (!vendor) return later(60_000);
  try {
    const found = await vendor.check(job.providerJobId as string, signal);
    return found.state === 'running'
      ? await wait(needs, vendor, job, signal)
      : await take(needs, job, found, signal);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (!error.retryable && !stopsQueue(error))
      return endAttempt(needs, job, shown(error), false, { outcome: 'failed' });
    return askAgain(needs, job, error);
  }
};
