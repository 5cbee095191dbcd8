import type { Core } from '@strapi/strapi';
import { composeInstallation } from './compose-installation';
import { videoUseCases } from './compose-videos';
import type { PluginConfig } from './config';
import { createReportSecret, createVendors, webhookUrlOf } from './vendors';
import { pluginId } from './constants';
import type { JobEngine } from './jobs/contract';
import { newHolder } from './jobs/holder';
import { createEngine } from './jobs/create-engine';
import { createDescribe, type Describe } from './library/analysis/describe';
import { createLook, howAsked } from './library/analysis/look';
import { createAnalyseMany } from './library/analyse-many';
import { createBrowse } from './library/browse';
import { createDuplicates } from './library/duplicates';
import { createEdit } from './library/edit';
import { createWordFinder } from './library/find-words';
import { createHandBack } from './library/hand-back';
import { createImportMedia } from './library/import-media';
import { createIngest } from './library/ingest';
import { createMatchLibrary } from './library/match-library';
import { createPictureVector } from './library/picture-vector';
import { createPreprocess } from './library/preprocess';
import { createReadActivity } from './library/read-activity';
import { createReadDashboard } from './library/read-dashboard';
import { createRecommend } from './library/recommend';
import { createSearch } from './library/search';
import { createQueryVectors } from './library/search/query-vectors';
import { createSuggest } from './library/search/suggest';
import { createChangeMany } from './library/shelf/change-many';
import { createFacets } from './library/shelf/facets';
import { createSavedSearches } from './library/shelf/saved-searches';
import { createStatus } from './library/status';
import { createUpload } from './library/upload';
import { mailOf, panelAddressOf } from './mail';
import { createMediaWorker, type MediaWorker } from './media/media-worker';
import { withScratch } from './media/scratch';
import { createClipEncoder, createZeroShot, textImageScore } from './providers/clip';
import { retirementNotice } from './money/retirement';
import { createDepth } from './providers/depth';
import { createOpenAi, retirementDay, type OpenAi } from './providers/openai';
import type { Encoder } from './providers/ports';
import { createStores, type Stores } from './stores';
import { isEmbedded } from './stores/system';
import { createApplyLogo } from './video/apply-logo';
import { createStudioSettings } from './video/studio-settings';
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

/** OpenAI where there is a key for it; without one nothing is ever sent there. */
const openAiOf = ({ openai }: PluginConfig): OpenAi | null =>
  openai.apiKey ? createOpenAi({ ...openai, apiKey: openai.apiKey }) : null;

/** The language model that looks at pictures, and the day its vendor ends it. */
const analystOf = ({ openai: { analysis, rates } }: PluginConfig) => ({
  name: analysis.model,
  retiresAt: retirementDay(analysis.model, rates),
});

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
};

/** Use cases of the library, on what they need. */
const libraryUseCases = (
  stores: Stores,
  jobs: JobEngine,
  encoder: Encoder,
  media: MediaWorker,
  describe: Describe,
) => {
  const browse = createBrowse(stores);
  const finder = createWordFinder(stores.words);
  const ingest = createIngest({ ...stores, jobs });
  const pictureVector = createPictureVector({ media, encoder });
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
    changeMany: createChangeMany({ ...stores, browse }),
    facets: createFacets(stores),
    savedSearches: createSavedSearches(stores),
    handBack: createHandBack({ ...stores, browse, jobs }),
    analyseMany: createAnalyseMany({ ...stores, describe, jobs }),
    duplicates: createDuplicates({ ...stores, browse, media, encoder }),
    recommend: createRecommend({ search }),
    importMedia: createImportMedia({ ...stores, ingest }),
    upload: createUpload({ ...stores, ingest }),
    libraryFor: createMatchLibrary({ ...stores, encoder, queryVectors, finder }),
  };
};

/** What a brief is asked of OpenAI where there is a key; else the library's own rules answer. */
const questionsOf = (openai: ReturnType<typeof openAiOf>) => ({
  planner: openai?.planner ?? null,
  entities: openai?.entities ?? null,
  moderator: openai?.moderator ?? null,
});

const studioSettingsOf = ({ palette, media: { aspectMismatch } }: PluginConfig, stores: Stores) =>
  createStudioSettings({ ...stores, configured: { palette, aspectMismatch } });

/** Builds everything the plugin is made of. */
export const compose = async (
  strapi: Core.Strapi,
  config: PluginConfig,
  pgvector: string | null,
) => {
  const log = logOf(strapi);
  const holder = newHolder();
  const stores = createStores(strapi, holder, withScratch, {
    pgvector,
    embedded: isEmbedded(strapi),
    ...config.search,
  });
  const encoder = createEncoder(config);
  const openai = openAiOf(config);
  const media = createMediaWorker({ ...config.media, workerFile: workerFile('media-worker') });
  const depth = createDepth({ ...config.depth, workerFile: workerFile('depth-worker') });
  const describe = describerOf(config, { stores, encoder, media, openai });
  const jobs = await createEngine(config.jobs, { table: stores.jobTable, holder, log });
  const library = libraryUseCases(stores, jobs, encoder, media, describe);
  const weights = completeWeights(config.match);
  const studioSettings = studioSettingsOf(config, stores);
  const vendors = createVendors(config, stores);
  const reportSecret = createReportSecret(config, vendors, log);
  const video = videoUseCases({
    ...{ config, stores, jobs, media, holder, log, vendors, weights },
    libraryFor: library.libraryFor,
    ...questionsOf(openai),
    webhookUrl: webhookUrlOf(strapi, config, reportSecret),
    look: studioSettings.look,
    mail: mailOf(strapi),
    addressOf: panelAddressOf(strapi),
  });
  const readActivity = createReadActivity({
    ...stores,
    demandAsset: (id, viewer) => library.browse.changeable(id, viewer),
    demandVideo: (id, viewer) => video.browseVideos.changeable(id, viewer),
  });
  const vendorNotices = () => ({ ...(openai && { openai: retirementNotice(analystOf(config)) }) });
  const status = createStatus({
    ...{ ...stores, encoder, jobs, media },
    engine: config.jobs.engine,
    offers: video.offers,
    vendors: [...vendors.keys(), ...(openai ? ['openai'] : [])],
    vendorNotices,
  });
  const parts = { config, log, holder, stores, encoder, openai, describe, depth, media, jobs };
  return {
    ...parts,
    ...library,
    ...video,
    applyLogo: createApplyLogo({ ...stores, browse: library.browse, jobs }),
    preprocess: createPreprocess({ ...stores, browse: library.browse, media, depth }),
    ...{ weights, reportSecret, studioSettings },
    installation: composeInstallation(config, video.offers, describe),
    readDashboard: createReadDashboard({ ...stores, jobs }),
    readActivity,
    status,
    vendorNotices,
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
