import { done, skipped, type JobHandler, type JobOutcome } from '../../jobs/contract';
import { checkCall } from './check-call';
import { collectCall } from './collect-call';
import { endAttempt } from './end-attempt';
import { lookUpCall } from './look-up-call';
import type { PaidNeeds } from './needs';
import { isQuestion } from './question-books';
import { settleCall } from './settle-call';
import { submitCall } from './submit-call';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';

/** After a fault of our own the job is looked at again so much later. */
const faultWaitMs = 60_000;

/** A question is asked by the step that needs it; what is ended here is one that nobody waits for any more. */
const forgetQuestion = async ({ books }: PaidNeeds, job: VendorJobRow): Promise<JobOutcome> => {
  if (job.state === 'owed') await books.refused(job);
  if (job.state !== 'creating' || books.isUnderWay(job)) return skipped('it is asked elsewhere');
  await (job.wanted ? books.lose(job) : books.writeOff(job));
  return done;
};

/**
 * Job `vendor.call`: one step of a call to a vendor, as far as it goes without waiting.
 *
 * The row says where the call stands, so a step that was cut short anywhere is taken up at the right place.
 */
export const createCarryCall = (needs: PaidNeeds): JobHandler<'vendor.call'> => ({
  async run({ callId }, { signal }) {
    const job = await needs.vendorJobs.find(callId);
    if (!job) return skipped('the call is gone');
    if (isQuestion(job)) return forgetQuestion(needs, job);
    switch (job.state) {
      case 'owed':
        if (job.wanted) return submitCall(needs, job, signal);
        await settleCall(needs, job, { outcome: 'canceled' }, { state: 'canceled' });
        return done;
      case 'creating':
        return lookUpCall(needs, job, signal);
      case 'submitted':
        return checkCall(needs, job, signal);
      case 'succeeded':
        return collectCall(needs, job, signal);
      default:
        return skipped(`the call is ${job.state}`);
    }
  },

  async failed({ callId }, error) {
    const job = await needs.vendorJobs.find(callId);
    if (!job || isQuestion(job)) return;
    // What may be at the vendor is never given up: the watch rings for it again.
    if (job.state === 'owed') await endAttempt(needs, job, error, false);
    else await needs.vendorJobs.change(callId, [job.state], { lookInMs: faultWaitMs });
  },
});
