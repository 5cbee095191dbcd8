import { skipped, type JobOutcome } from '../../jobs/contract';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import type { VendorJobState } from '../../../../shared/contracts/money';
import type { StepError } from '../../stores/video-rows';
import { failTarget } from './fail-target';
import type { PaidNeeds } from './needs';
import { writeOff } from './settle-call';

/**
 * Ends the waiting for an order of which nobody knows what became: its price stays held, and a person decides.
 *
 * An order that nobody wants any more has no person who would: it counts as paid at once.
 */
export const giveUpCall = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  from: VendorJobState,
  error: StepError,
): Promise<JobOutcome> => {
  const change = { state: 'unknown', error, holder: null, looks: job.looks } as const;
  const became = await needs.transaction(async () => {
    if (!(await needs.vendorJobs.change(job.id, [from], change))) return undefined;
    // Read again under the change: a cancel that came since it was read finds nothing `unknown` to write off.
    const now = await needs.vendorJobs.find(job.id);
    if (now && !now.wanted) {
      await writeOff(needs, now);
      return 'counts as paid';
    }
    await failTarget(needs, job, error);
    return 'is held';
  });
  if (became)
    needs.log.error(
      `${job.provider}: nobody knows what became of order ${job.id} (${job.model}); its price ${became}`,
    );
  if (became === 'is held' && job.video) await needs.advance(job.video);
  return skipped('its outcome is unknown');
};
