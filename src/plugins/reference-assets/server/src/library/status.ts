import type { SystemStatus } from '../../../shared/contracts/status';
import type { JobEngine } from '../jobs/contract';
import type { MediaWorker } from '../media/media-worker';
import type { Offers } from '../money/offers';
import type { Encoder } from '../providers/ports';
import type { Stores } from '../stores';
import type { AnsweringEncoder } from './embedding/answering';
import { searchNotice } from './encoding';

type Needs = Pick<
  Stores,
  'assets' | 'beats' | 'videos' | 'vectors' | 'system' | 'pauses' | 'vendorJobs' | 'states'
> & {
  encoder: Encoder;
  answering: AnsweringEncoder;
  jobs: JobEngine;
  media: MediaWorker;
  engine: SystemStatus['jobs']['engine'];
  offers: Offers;
  /** Names of vendors with a key. */
  vendors: readonly string[];
  /** What an operator should see to about a vendor beside the tiers' models. */
  vendorNotices(): Record<string, string | undefined>;
};

const total = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Each vendor with a key: what it has under way, and why it takes no orders where it does not. */
const vendorRows = async ({
  vendors,
  pauses,
  vendorJobs,
  vendorNotices,
}: Pick<Needs, 'vendors' | 'pauses' | 'vendorJobs' | 'vendorNotices'>): Promise<
  SystemStatus['providers']
> => {
  const stopped = await pauses.all();
  const counts = await vendorJobs.counts();
  const notices = vendorNotices();
  return vendors.map((provider) => {
    const pause = stopped.find((one) => one.provider === provider);
    const { live = 0, unknown = 0 } = counts[provider] ?? {};
    return {
      provider,
      waiting: live,
      unknown,
      ...(notices[provider] && { notice: notices[provider] }),
      ...(pause && {
        paused: {
          code: pause.code,
          message: pause.message,
          since: new Date(pause.since).toISOString(),
          until: new Date(pause.until).toISOString(),
        },
      }),
    };
  });
};

/** What runs, with what, and what is missing: the status page. */
export const createStatus = ({
  assets,
  beats,
  videos,
  vectors,
  system,
  states,
  encoder,
  answering,
  jobs,
  media,
  engine,
  offers,
  vendors,
  pauses,
  vendorJobs,
  vendorNotices,
}: Needs) => ({
  async read(): Promise<SystemStatus> {
    const library = await assets.counts();
    const videoCounts = await videos.counts();
    const notice = searchNotice(answering);
    return {
      version: system.version,
      database: await system.database(),
      jobs: {
        engine,
        ...(await jobs.counts()),
        failed: (library.failed ?? 0) + (videoCounts.failed ?? 0),
      },
      encoder: encoder.status(),
      search: {
        vectors: notice ? null : answering.model,
        words: true,
        ...(notice && { notice }),
        indexes: await vectors.indexStates(),
      },
      reindex: await answering.progress(),
      matching: await beats.overrides(),
      media: await media.tools(),
      library: { total: total(library), byStatus: library },
      videos: { total: total(videoCounts), byStatus: videoCounts },
      reconciled: await states.get('reconciled'),
      tiers: offers.list(),
      providers: await vendorRows({ vendors, pauses, vendorJobs, vendorNotices }),
    };
  },
});
