import type { JobProducer } from '../jobs/contract';
import { lookEvery } from '../look-every';
import type { Stores } from '../stores';

type Needs = Pick<Stores, 'deliveries'> & {
  jobs: JobProducer;
  log: { warn(message: string): void };
};

const everyMs = 2000;
const most = 100;

/** Rings for what is to be told, which the database writes down by itself; returns how it is stopped. */
export const watchDeliveries = ({ deliveries, jobs, log }: Needs): (() => void) => {
  const look = async (): Promise<void> => {
    for (const deliveryId of await deliveries.due(most))
      await jobs.ring({ kind: 'notice.deliver', deliveryId });
  };
  return lookEvery(look, { everyMs, what: 'notifications', log });
};
