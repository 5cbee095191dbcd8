import { ProviderError, StepFailure } from '../../errors';
import { later, type JobOutcome } from '../../jobs/contract';
import { withScratch } from '../../media/scratch';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import { unknownOutcome } from './failures';
import { giveUpCall } from './give-up-call';
import type { PaidNeeds } from './needs';
import { requestOf } from './request-of';
import { lookUpAfterMs } from './submit-call';

/** Nobody sends for longer than this; after it a create belongs to whoever finds it. */
const longestSendMs = 180_000;
/** How often a look-up is tried before a person is asked. */
const mostLooks = 8;
/** A job that a vendor does not list by now is not there. */
const listedAfterMs = (pollMs: number): number => pollMs * 5;

const giveUp = (needs: PaidNeeds, job: VendorJobRow): Promise<JobOutcome> =>
  giveUpCall(needs, job, 'creating', unknownOutcome);

const find = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  signal: AbortSignal,
): Promise<string | null> =>
  withScratch(async (folder) => {
    const request = await requestOf(needs, job, folder);
    const isKnown = async (jobId: string): Promise<boolean> => {
      const owner = await needs.vendorJobs.ofProviderJob(job.provider, jobId);
      return owner !== null && owner.id !== job.id;
    };
    const since = job.sentAt ?? job.createdAt;
    const found = await needs.vendors.get(job.provider)?.find({ request, since, isKnown }, signal);
    return found?.jobId ?? null;
  });

/**
 * Finds out what became of a create whose reply never came, before it is ever sent again.
 *
 * A vendor that lists its jobs either has it, and it goes on, or has not, and it is owed as before. Where that cannot
 * be told the order is `unknown`: its money stays held and a person decides.
 */
export const lookUpCall = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  signal: AbortSignal,
): Promise<JobOutcome> => {
  const { vendorJobs, pollMs } = needs;
  const ageMs = Date.now() - new Date(job.sentAt ?? job.createdAt).getTime();
  const isMine = job.holder === null || job.holder === needs.holder || needs.isGone(job.holder);
  if (!isMine && ageMs < longestSendMs) return later(5000);
  if (!needs.vendors.get(job.provider)?.canFind) return giveUp(needs, job);
  if (ageMs < lookUpAfterMs(pollMs)) return later(lookUpAfterMs(pollMs) - ageMs);
  try {
    const jobId = await find(needs, job, signal);
    if (jobId) {
      const change = {
        state: 'submitted',
        providerJobId: jobId,
        looks: 0,
        lookInMs: pollMs,
      } as const;
      await vendorJobs.change(job.id, ['creating'], change);
      return later(0);
    }
    if (ageMs < listedAfterMs(pollMs)) return later(listedAfterMs(pollMs) - ageMs);
    await vendorJobs.change(job.id, ['creating'], { state: 'owed', holder: null });
    return later(0);
  } catch (error) {
    // What it was made from, or its model, is gone: no later look tells more.
    if (error instanceof StepFailure) return giveUp(needs, job);
    if (!(error instanceof ProviderError)) throw error;
    const looks = job.looks + 1;
    if (!error.retryable || looks % 1000 >= mostLooks) return giveUp(needs, { ...job, looks });
    const waitMs = Math.max(error.retryAfterMs ?? 0, 1000 * 2 ** (looks % 1000));
    await vendorJobs.change(job.id, ['creating'], { looks, lookInMs: waitMs });
    return later(waitMs);
  }
};
