import type { Core } from '@strapi/strapi';
import type { PluginConfig } from './config';
import { pluginId } from './constants';
import type { JobEngine } from './jobs/contract';
import { newHolder } from './jobs/holder';
import { createEngine } from './jobs/create-engine';
import { createBrowse } from './library/browse';
import { createDuplicates } from './library/duplicates';
import { createComparison } from './library/likeness/compare';
import { createDuplicateNotice } from './library/likeness/notice';
import { createDuplicateGroups } from './library/likeness/groups';
import { createMergeHistory } from './library/likeness/merge-history';
import { createMerging } from './library/likeness/merge';
import { createEdges } from './library/edges';
import { createEdit } from './library/edit';
import { createWordFinder } from './library/find-words';
import { createImportMedia } from './library/import-media';
import { createIngest } from './library/ingest';
import { createMatchLibrary } from './library/match-library';
import { createPictureVector } from './library/picture-vector';
import { createRecommend } from './library/recommend';
import { createSearch } from './library/search';
import { createStatus } from './library/status';
import { createLibraryImport } from './library/upkeep/import-library';
import { createFileUpkeep } from './library/upkeep/check-files';
import { createUsage } from './library/usage';
import { createUpload } from './library/upload';
import { createMediaWorker, type MediaWorker } from './media/media-worker';
import { withScratch } from './media/scratch';
import { localRateCards } from './money/rate-card';
import { createQuote } from './money/quote';
import { tiers } from './money/tiers';
import { createClipEncoder } from './providers/clip';
import { planLocally } from './providers/local/planner';
import type { Encoder } from './providers/ports';
import { createStores, type Stores } from './stores';
import { createAdvance } from './video/advance';
import { createBrowseVideos } from './video/browse-videos';
import { createChangeFeed } from './video/change-feed';
import { createControl } from './video/control';
import { createOrders } from './video/create-video';
import { createMapping } from './video/mapping';
import { createMatchRequests } from './video/match-beat-request';
import { createPublication } from './video/publication';
import { createReview } from './video/review';

/** Lines of our own in Strapi's log. */
export const logOf = (strapi: Core.Strapi) => {
  const prefix = (message: string) => `${pluginId}: ${message}`;
  return {
    info: (message: string) => strapi.log.info(prefix(message)),
    warn: (message: string) => strapi.log.warn(prefix(message)),
    error: (message: string) => strapi.log.error(prefix(message)),
  };
};

const workerFile = (name: string): string =>
  require.resolve(`strapi-plugin-reference-assets/${name}`);

const createEncoder = (config: PluginConfig): Encoder =>
  createClipEncoder({ ...config.clip, workerFile: workerFile('encoder-worker') });

/** What people call a content type. */
interface Named {
  info: { displayName: string };
}
const typeNames = (strapi: Core.Strapi) => (uid: string) => {
  const types = strapi.contentTypes as unknown as Record<string, Named | undefined>;
  return types[uid]?.info.displayName ?? uid;
};

/** Use cases of the library, on what they need. */
const libraryUseCases = (
  stores: Stores,
  jobs: JobEngine,
  encoder: Encoder,
  media: MediaWorker,
  log: ReturnType<typeof logOf>,
  typeName: (uid: string) => string,
  imports: { picturesPerSecond: number; priceOf(pictures: number): number },
) => {
  const browse = createBrowse(stores);
  const usage = createUsage({ ...stores, browse, typeName });
  const notice = createDuplicateNotice(stores);
  const finder = createWordFinder(stores.words);
  const ingest = createIngest({ ...stores, jobs });
  const pictureVector = createPictureVector({ media, encoder });
  const comparison = createComparison({ ...stores, media });
  return {
    browse,
    ingest,
    edges: createEdges({ ...stores, browse, media, log }),
    usage,
    edit: createEdit({ ...stores, browse, jobs, usage }),
    search: createSearch({ ...stores, encoder, browse, finder, pictureVector }),
    comparison,
    duplicates: createDuplicates({ ...stores, browse, media, encoder, comparison }),
    duplicateNotice: notice,
    duplicateGroups: createDuplicateGroups({ ...stores, browse, usage }),
    libraryImport: createLibraryImport({ ...stores, ingest, jobs, ...imports }),
    fileUpkeep: createFileUpkeep({ ...stores, media, jobs }),
    merging: createMerging({ ...stores, browse, jobs }),
    mergeHistory: createMergeHistory({ ...stores, jobs }),
    recommend: createRecommend({ ...stores, encoder }),
    importMedia: createImportMedia({ ...stores, ingest }),
    upload: createUpload({ ...stores, ingest, media, notice }),
    libraryFor: createMatchLibrary({ ...stores, encoder, finder }),
  };
};

/** Use cases of videos, on what they need. */
const videoUseCases = (
  stores: Stores,
  jobs: JobEngine,
  { libraryFor }: Pick<ReturnType<typeof libraryUseCases>, 'libraryFor'>,
  log: ReturnType<typeof logOf>,
) => {
  const browse = createBrowseVideos(stores);
  const quote = createQuote({ tiers, rateCards: localRateCards });
  const control = createControl({ ...stores, browse });
  return {
    quote,
    control,
    browseVideos: browse,
    advance: createAdvance({ ...stores, jobs }),
    orders: createOrders({ ...stores, quote, plan: planLocally, browse }),
    mapping: createMapping({ ...stores, browse, control }),
    review: createReview({ ...stores, browse, control }),
    publication: createPublication({ ...stores, browse }),
    matchRequests: createMatchRequests({ ...stores, libraryFor }),
    changes: createChangeFeed({ ...stores, log }),
  };
};

/** Builds everything the plugin is made of. */
export const compose = async (strapi: Core.Strapi, config: PluginConfig) => {
  const log = logOf(strapi);
  const holder = newHolder();
  const stores = createStores(strapi, holder, withScratch, config.rights);
  const encoder = createEncoder(config);
  const media = createMediaWorker({ ...config.media, workerFile: workerFile('media-worker') });
  const jobs = await createEngine(config.jobs, { table: stores.jobTable, holder, log });
  const library = libraryUseCases(stores, jobs, encoder, media, log, typeNames(strapi), {
    ...config.imports,
    // Measuring is free; a provider that is paid brings its own price.
    priceOf: () => 0,
  });
  const video = videoUseCases(stores, jobs, library, log);
  const status = createStatus({
    ...stores,
    encoder,
    jobs,
    media,
    engine: config.jobs.engine,
    tiers,
  });
  return { config, log, holder, stores, encoder, media, jobs, ...library, ...video, status };
};
export type Composition = Awaited<ReturnType<typeof compose>>;

const compositions = new WeakMap<Core.Strapi, Composition>();

/** Remembers what `bootstrap` built for a Strapi. */
export const keepComposition = (strapi: Core.Strapi, composition: Composition): void => {
  compositions.set(strapi, composition);
};

/** A use case (or a part) of a running Strapi, by name. */
export const useCase = <Name extends keyof Composition>(
  strapi: Core.Strapi,
  name: Name,
): Composition[Name] => {
  const composition = compositions.get(strapi);
  if (!composition) throw new Error('reference-assets is not bootstrapped yet');
  return composition[name];
};

/** Ends what {@link compose} started. */
export const closeComposition = async (strapi: Core.Strapi): Promise<void> => {
  const composition = compositions.get(strapi);
  if (!composition) return;
  compositions.delete(strapi);
  await composition.jobs.stop();
  await Promise.all([composition.media.close(), composition.encoder.close()]);
};
