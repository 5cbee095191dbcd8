import type { Core } from '@strapi/strapi';
import { videoUseCases } from './compose-videos';
import type { PluginConfig } from './config';
import { createVendors, webhookUrlOf } from './vendors';
import { pluginId } from './constants';
import type { JobEngine } from './jobs/contract';
import { newHolder } from './jobs/holder';
import { createEngine } from './jobs/create-engine';
import { createDescribe, type Describe } from './library/analysis/describe';
import { createLook, howAsked } from './library/analysis/look';
import { createAnalyseMany } from './library/analyse-many';
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
import { createHandBack } from './library/hand-back';
import { createImportMedia } from './library/import-media';
import { createIngest } from './library/ingest';
import { createMatchLibrary } from './library/match-library';
import { createPictureVector } from './library/picture-vector';
import { createPreprocess } from './library/preprocess';
import { createReadActivity } from './library/read-activity';
import { createRecommend } from './library/recommend';
import { createSearch } from './library/search';
import { createQueryVectors } from './library/search/query-vectors';
import { createSuggest } from './library/search/suggest';
import { createStatus } from './library/status';
import { createLibraryImport } from './library/upkeep/import-library';
import { createFileUpkeep } from './library/upkeep/check-files';
import { createUsage } from './library/usage';
import { createUpload } from './library/upload';
import { createMediaWorker, type MediaWorker } from './media/media-worker';
import { withScratch } from './media/scratch';
import { createClipEncoder, createZeroShot, textImageScore } from './providers/clip';
import { createDepth } from './providers/depth';
import { createOpenAi, type OpenAi } from './providers/openai';
import type { Encoder } from './providers/ports';
import { createStores, type Stores } from './stores';
import { isEmbedded } from './stores/system';
import { completeWeights } from './video/match';

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

<<<<<<< ours
/** OpenAI where there is a key for it; without one nothing is ever sent there. */
const openAiOf = ({ openai }: PluginConfig): OpenAi | null =>
  openai.apiKey ? createOpenAi({ ...openai, apiKey: openai.apiKey }) : null;

/** What puts pictures into words, of what is configured. */
const describerOf = (
  { analysis }: PluginConfig,
  parts: { stores: Stores; encoder: Encoder; media: MediaWorker; openai: OpenAi | null },
) => {
  const { stores, encoder, media, openai } = parts;
  const zeroShot = createZeroShot(encoder, analysis.vocabulary);
  const { language } = analysis;
  const visionBy = ({ analyst }: OpenAi) => ({
    analyst,
    look: createLook({ ...stores, analyst, media, language }),
    how: howAsked(analyst, language),
  });
  const vision = openai && visionBy(openai);
  return createDescribe({ choice: analysis.provider, encoder, zeroShot, vision });
=======
/** What people call a content type. */
interface Named {
  info: { displayName: string };
}
const typeNames = (strapi: Core.Strapi) => (uid: string) => {
  const types = strapi.contentTypes as unknown as Record<string, Named | undefined>;
  return types[uid]?.info.displayName ?? uid;
>>>>>>> theirs
};

/** Use cases of the library, on what they need. */
const libraryUseCases = (
  stores: Stores,
  jobs: JobEngine,
  encoder: Encoder,
  media: MediaWorker,
<<<<<<< ours
  describe: Describe,
=======
  log: ReturnType<typeof logOf>,
  typeName: (uid: string) => string,
  imports: { picturesPerSecond: number; priceOf(pictures: number): number },
>>>>>>> theirs
) => {
  const browse = createBrowse(stores);
  const usage = createUsage({ ...stores, browse, typeName });
  const notice = createDuplicateNotice(stores);
  const finder = createWordFinder(stores.words);
  const ingest = createIngest({ ...stores, jobs });
  const pictureVector = createPictureVector({ media, encoder });
<<<<<<< ours
  const queryVectors = createQueryVectors(encoder);
  const search = createSearch({
    ...{ ...stores, encoder, queryVectors, browse, finder, pictureVector },
    textImage: textImageScore,
  });
  return {
    browse,
    ingest,
    edit: createEdit({ ...stores, browse, jobs }),
    search,
    suggest: createSuggest({ ...stores, finder }),
    handBack: createHandBack({ ...stores, browse, jobs }),
    analyseMany: createAnalyseMany({ ...stores, describe, jobs }),
    duplicates: createDuplicates({ ...stores, browse, media, encoder }),
    recommend: createRecommend({ search }),
    importMedia: createImportMedia({ ...stores, ingest }),
    upload: createUpload({ ...stores, ingest }),
    libraryFor: createMatchLibrary({ ...stores, encoder, queryVectors, finder }),
=======
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
>>>>>>> theirs
  };
};

/** Builds everything the plugin is made of. */
export const compose = async (
  strapi: Core.Strapi,
  config: PluginConfig,
  pgvector: string | null,
) => {
  const log = logOf(strapi);
  const holder = newHolder();
<<<<<<< ours
  const stores = createStores(strapi, holder, withScratch, {
    pgvector,
    embedded: isEmbedded(strapi),
    ...config.search,
  });
=======
  const stores = createStores(strapi, holder, withScratch, config.rights);
>>>>>>> theirs
  const encoder = createEncoder(config);
  const openai = openAiOf(config);
  const media = createMediaWorker({ ...config.media, workerFile: workerFile('media-worker') });
  const depth = createDepth({ ...config.depth, workerFile: workerFile('depth-worker') });
  const describe = describerOf(config, { stores, encoder, media, openai });
  const jobs = await createEngine(config.jobs, { table: stores.jobTable, holder, log });
<<<<<<< ours
  const library = libraryUseCases(stores, jobs, encoder, media, describe);
  const weights = completeWeights(config.match);
  const vendors = createVendors(config, stores);
  const video = videoUseCases({
    ...{ config, stores, jobs, media, holder, log, vendors, weights },
    libraryFor: library.libraryFor,
    planner: openai?.planner ?? null,
    moderator: openai?.moderator ?? null,
    webhookUrl: webhookUrlOf(strapi, config),
  });
  const readActivity = createReadActivity({
    ...stores,
    demandAsset: (id, viewer) => library.browse.changeable(id, viewer),
    demandVideo: (id, viewer) => video.browseVideos.changeable(id, viewer),
  });
=======
  const library = libraryUseCases(stores, jobs, encoder, media, log, typeNames(strapi), {
    ...config.imports,
    // Measuring is free; a provider that is paid brings its own price.
    priceOf: () => 0,
  });
  const video = videoUseCases(stores, jobs, library, log);
>>>>>>> theirs
  const status = createStatus({
    ...stores,
    encoder,
    jobs,
    media,
    engine: config.jobs.engine,
    offers: video.offers,
    vendors: [...vendors.keys()],
  });
  const parts = { config, log, holder, stores, encoder, openai, describe, depth, media, jobs };
  return {
    ...parts,
    ...library,
    ...video,
    preprocess: createPreprocess({ ...stores, browse: library.browse, media, depth }),
    weights,
    readActivity,
    status,
  };
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
  await Promise.all([
    composition.media.close(),
    composition.encoder.close(),
    composition.depth.close(),
  ]);
};
