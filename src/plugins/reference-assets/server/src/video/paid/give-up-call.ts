import { skipped, type JobOutcome } from '../../jobs/contract';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import type { VendorJobState } from '../../../../shared/contracts/money';
import type { StepError } from '../../stores/video-rows';
import { failTarget } from './fail-target';
import type { PaidNeeds } from './needs';

/** Ends the waiting for an order of which nobody knows what became: its price stays held, and a person decides. */
export const giveUpCall = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  from: VendorJobState,
  error: StepError,
): Promise<JobOutcome> => {
  const change = { state: 'unknown', error, holder: null, looks: job.looks } as const;
  const isMine = await needs.transaction(async () => {
    const changed = await needs.vendorJobs.change(job.id, [from], change);
    if (changed) await failTarget(needs, job, error);
    return changed;
  });
  if (isMine) {
    needs.log.error(
      `${job.provider}: nobody knows what became of order ${job.id} (${job.model}); its price is held`,
    );
    if (job.video) await needs.advance(job.video);
  }
  return skipped('its outcome is unknown');
};
