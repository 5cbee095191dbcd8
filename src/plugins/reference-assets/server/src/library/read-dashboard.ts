import type { Dashboard } from '../../../shared/contracts/dashboard';
import type { JobEngine } from '../jobs/contract';
import type { Stores } from '../stores';

type Needs = Pick<Stores, 'figures'> & { jobs: Pick<JobEngine, 'counts'> };

/** Everything the dashboard shows beside the money, one figure after the other: it must not take the pool for itself. */
export const createReadDashboard =
  ({ figures, jobs }: Needs) =>
  async (days: number): Promise<Dashboard> => ({
    days,
    videosByDay: await figures.videosByDay(days),
    videosByStage: await figures.videosBy('stage', days),
    videosByTier: await figures.videosBy('quality_tier', days),
    business: await figures.business(days),
    matching: await figures.matching(days),
    corrections: await figures.corrections(),
    failures: await figures.failures(days),
    failed: await figures.failed(),
    queue: await jobs.counts(),
    storage: await figures.storage(),
    library: await figures.library(),
  });
