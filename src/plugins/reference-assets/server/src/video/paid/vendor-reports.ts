import type { JobProducer } from '../../jobs/contract';
import { liveStates } from '../../../../shared/contracts/money';
import type { Stores } from '../../stores';

type Needs = Pick<Stores, 'vendorJobs'> & { jobs: JobProducer };

/** What a vendor's report says at the least, once its signature was found to be good. */
export interface VendorReport {
  provider: string;
  /** The report's own id: the same when it is delivered again. */
  reportId: string;
  jobId: string;
}

/**
 * Reports of vendors are doorbells: whatever they claim, the job is asked for again and that answer counts.
 *
 * Late, repeated and out-of-order reports therefore change nothing; polling goes on beside them.
 */
export const createVendorReports = ({ vendorJobs, jobs }: Needs) => ({
  /** Returns what became of a report. */
  async heard({
    provider,
    reportId,
    jobId,
  }: VendorReport): Promise<'rung' | 'replayed' | 'unknown job' | 'ended job'> {
    if (!(await vendorJobs.heard(`${provider}/${reportId}`, provider))) return 'replayed';
    const job = await vendorJobs.ofProviderJob(provider, jobId);
    if (!job) return 'unknown job';
    if (!liveStates.includes(job.state)) return 'ended job';
    await jobs.ring({ kind: 'vendor.call', callId: job.id });
    return 'rung';
  },
});
export type VendorReports = ReturnType<typeof createVendorReports>;
