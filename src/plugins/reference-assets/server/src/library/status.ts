import type { SystemStatus } from '../../../shared/contracts/status';
import type { JobEngine } from '../jobs/contract';
import type { MediaWorker } from '../media/media-worker';
import type { Tier } from '../money/tiers';
import type { Encoder } from '../providers/ports';
import type { Stores } from '../stores';
import { searchNotice } from './encoding';

type Needs = Pick<Stores, 'assets' | 'videos' | 'system' | 'states'> & {
  encoder: Encoder;
  jobs: JobEngine;
  media: MediaWorker;
  engine: SystemStatus['jobs']['engine'];
  tiers: readonly Tier[];
};

const total = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What runs, with what, and what is missing: the status page. */
export const createStatus = ({
  assets,
  videos,
  system,
  states,
  encoder,
  jobs,
  media,
  engine,
  tiers,
}: Needs) => ({
  async read(): Promise<SystemStatus> {
    const library = await assets.counts();
    const videoCounts = await videos.counts();
    const notice = searchNotice(encoder);
    return {
      version: system.version,
      database: await system.database(),
      jobs: {
        engine,
        ...(await jobs.counts()),
        failed: (library.failed ?? 0) + (videoCounts.failed ?? 0),
      },
      encoder: encoder.status(),
      search: { vectors: notice ? null : encoder.model, words: true, ...(notice && { notice }) },
      media: await media.tools(),
      library: { total: total(library), byStatus: library },
      videos: { total: total(videoCounts), byStatus: videoCounts },
      reconciled: await states.get('reconciled'),
      tiers: tiers.map(({ tier, models, reason }) => ({
        tier,
        available: models !== null,
        ...(reason && { reason }),
      })),
    };
  },
});
