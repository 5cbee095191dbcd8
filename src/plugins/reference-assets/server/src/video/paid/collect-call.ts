import { ProviderError, StepFailure } from '../../errors';
import { done, later, skipped, type JobOutcome } from '../../jobs/contract';
import { withScratch } from '../../media/scratch';
import type { OutputKind } from '../../providers/generation-ports';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import { endPaidAttempt } from './end-attempt';
import { shown } from './failures';
import type { PaidNeeds } from './needs';
import { putResult } from './put-result';
import type { VendorOrder } from './vendor-order';

const expected: Record<VendorOrder['target']['kind'], OutputKind> = {
  still: 'image',
  clip: 'video',
  music: 'audio',
};
/** Tries to bring a result home before a person is asked; a vendor keeps results for an hour. */
const mostTries = 6;

/**
 * Brings a paid result home and puts it in its place, at once: vendors delete results.
 *
 * What was changed meanwhile does not take the result; it stays paid, and the ledger says so.
 */
export const collectCall = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  signal: AbortSignal,
): Promise<JobOutcome> => {
  const { kind } = (job.request as VendorOrder).target;
  const vendor = needs.vendors.get(job.provider);
  const [output] = job.outputs as string[];
  if (!vendor || !output) return later(60_000);
  try {
    const earlier = await withScratch(async (folder) => {
      const file = await vendor.download(output, folder, expected[kind], signal);
      return putResult(needs, job, file);
    });
    await needs.files.remove(earlier);
    if (job.video) await needs.advance(job.video);
    return done;
  } catch (error) {
    if (error instanceof StepFailure && error.code === 'superseded') {
      await needs.vendorJobs.change(job.id, ['succeeded'], { state: 'collected' });
      if (job.video) await needs.advance(job.video);
      return skipped('it was changed while it was made');
    }
    if (error instanceof StepFailure) return endPaidAttempt(needs, job, shown(error), false);
    if (!(error instanceof ProviderError)) throw error;
    const looks = job.looks + 1;
    if (!error.retryable || looks >= mostTries)
      return endPaidAttempt(needs, job, shown(error), error.code === 'expired');
    await needs.vendorJobs.change(job.id, ['succeeded'], { looks, lookInMs: 1000 * 2 ** looks });
    return later(1000 * 2 ** looks);
  }
};
