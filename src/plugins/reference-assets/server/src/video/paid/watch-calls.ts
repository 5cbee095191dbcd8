import type { JobProducer } from '../../jobs/contract';
import { lookEvery } from '../../look-every';
import type { Stores } from '../../stores';

type Needs = Pick<Stores, 'vendorJobs'> & {
  jobs: JobProducer;
  log: { warn(message: string): void };
};

const everyMs = 5000;
/** A bell that rings so much later than it should was lost: its Redis was emptied, its process died. */
const lateMs = 10_000;

/** Rings again for calls whose bell was lost; returns how it is stopped. The rows say when each is to be looked at. */
export const watchCalls = ({ vendorJobs, jobs, log }: Needs): (() => void) => {
  const look = async (): Promise<void> => {
    for (const callId of await vendorJobs.overdue(lateMs, 200))
      await jobs.ring({ kind: 'vendor.call', callId });
  };
  return lookEvery(look, { everyMs, what: 'calls to vendors', log });
};
