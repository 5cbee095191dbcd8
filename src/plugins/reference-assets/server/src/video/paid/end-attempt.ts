import { randomUUID } from 'node:crypto';
import { done, skipped, type JobOutcome } from '../../jobs/contract';
import { InsufficientCreditsError } from '../../money/insufficient-credits';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import type { StepError } from '../../stores/video-rows';
import { failTarget } from './fail-target';
import type { PaidNeeds } from './needs';
import { purposeOf } from './purpose';
import { settleCall, type Ending } from './settle-call';

/** A failure that may pass is tried again twice, each time as an attempt of its own. */
const attemptsARound = 3;

/** What followed the end of an attempt: the next one's id, nothing, or that somebody else ended it. */
type Next = { id: string | null } | 'ended elsewhere';

/** Writes the next attempt of a round down, in the transaction that ended the one before; null when there is none. */
const nextAttempt = async (needs: PaidNeeds, job: VendorJobRow): Promise<string | null> => {
  const { vendorJobs, purse } = needs;
  if (!job.wanted || (await vendorJobs.attemptsIn(job.callKey, job.round)) >= attemptsARound)
    return null;
  const next = { ...job, id: randomUUID(), attempt: job.attempt + 1 };
  if (!(await vendorJobs.add(next))) return null;
  await purse.draw(purposeOf(next), job.priceUsd);
  return next.id;
};

const follow = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  error: StepError,
  next: Next,
): Promise<JobOutcome> => {
  if (next === 'ended elsewhere') return skipped(next);
  if (next.id) {
    needs.log.warn(`${job.model} is asked again for ${job.callKey}: ${error.code}`);
    await needs.jobs.ring({ kind: 'vendor.call', callId: next.id }, { delayMs: needs.pollMs });
  } else if (job.video) await needs.advance(job.video);
  return done;
};

/** Ends an attempt by `end`, and begins the next one with it where `mayPass` and the account still covers it. */
const endAnd = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  error: StepError,
  mayPass: boolean,
  end: () => Promise<boolean>,
): Promise<JobOutcome> => {
  const attempt = (again: boolean): Promise<Next> =>
    needs.transaction(async () => {
      if (!(await end())) return 'ended elsewhere';
      const id = again ? await nextAttempt(needs, job) : null;
      // In the same transaction: a step that saw the one without the other would order anew.
      if (!id && job.wanted) await failTarget(needs, job, error);
      return { id };
    });
  try {
    return await follow(needs, job, error, await attempt(mayPass));
  } catch (short) {
    if (!(short instanceof InsufficientCreditsError)) throw short;
    return follow(needs, job, error, await attempt(false));
  }
};

/** Ends an attempt that brought nothing: its money first, then another attempt where `mayPass`, else a visible failure. */
export const endAttempt = (
  needs: PaidNeeds,
  job: VendorJobRow,
  error: StepError,
  mayPass: boolean,
  ending: Ending = { outcome: 'failed' },
): Promise<JobOutcome> =>
  endAnd(needs, job, error, mayPass, () =>
    settleCall(needs, job, ending, { state: 'failed', error }),
  );

/** Ends an attempt that was paid for and whose result cannot be had. */
export const endPaidAttempt = (
  needs: PaidNeeds,
  job: VendorJobRow,
  error: StepError,
  mayPass: boolean,
): Promise<JobOutcome> =>
  endAnd(needs, job, error, mayPass, () =>
    needs.vendorJobs.change(job.id, ['succeeded'], { state: 'failed', error }),
  );
