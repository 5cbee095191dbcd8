import type { Core } from '@strapi/strapi';
import { libraryUseCases } from './compose-library';
import { composeInstallation } from './compose-installation';
import { checkEndpointsOf, composeNotices } from './compose-notices';
import { videoUseCases } from './compose-videos';
import type { PluginConfig } from './config';
import { createReportSecret, createVendors, webhookUrlOf } from './vendors';
import { pluginId } from './constants';
import { newHolder } from './jobs/holder';
import { createGiveWay } from './jobs/give-way';
import { createEngine } from './jobs/create-engine';
import { createDescribe, type Describe } from './library/analysis/describe';
import { createLook, howAsked } from './library/analysis/look';
import { createPreprocess } from './library/preprocess';
import { createAnsweringEncoder } from './library/embedding/answering';
import { createReadActivity } from './library/read-activity';
import { createReadDashboard } from './library/read-dashboard';
import { createStatus } from './library/status';
import { createMarks } from './media/disclosure/marks';
import { createMediaWorker, type MediaWorker } from './media/media-worker';
import { withScratch } from './media/scratch';
import { clipModels, createClipEncoder, createZeroShot } from './providers/clip';
import { createAccountOf } from './money/account-of';
import { createPurse } from './money/purse';
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

type Log = ReturnType<typeof logOf>;

const workerFile = (name: string): string =>
  require.resolve(`strapi-plugin-reference-assets/${name}`);

const createEncoder = ({ clip }: PluginConfig): Encoder =>
  createClipEncoder({ ...clip, workerFile: workerFile('encoder-worker') });

/** The encoder that searches ask while the vectors of a newly configured model are being made. */
const answeringOf = (config: PluginConfig, parts: { stores: Stores; encoder: Encoder; log: Log }) =>
  createAnsweringEncoder({
    ...{ ...parts.stores, ...parts },
    encoderOf: (id) => {
      const model = clipModels.find((one) => one.id === id);
      if (!model) return null;
      // A folder of the configuration holds the configured model, not an earlier one.
      return createEncoder({
        ...config,
        clip: { ...config.clip, model: id, modelPath: undefined },
      });
    },
  });

/** OpenAI where there is a key for it; without one nothing is ever sent there. */
const openAiOf = ({ openai }: PluginConfig): OpenAi | null =>
  openai.apiKey ? createOpenAi({ ...openai, apiKey: openai.apiKey }) : null;

/** The language model that looks at pictures, and the day its vendor ends it. */
const analystOf = ({ openai: { analysis, rates } }: PluginConfig) => ({
  name: analysis.model,
  retiresAt: retirementDay(analysis.model, rates),
});

/** The threads for pixels, and the marks on what they make; a certificate that cannot be used stops the start. */
const mediaOf = async ({ media, disclosure: { certificate, privateKey } }: PluginConfig) => {
  const credentials = certificate && privateKey ? { certificate, privateKey } : null;
  return {
    marks: await createMarks(credentials),
    media: createMediaWorker({ ...media, credentials, workerFile: workerFile('media-worker') }),
  };
};

const purseOf = ({ budgets }: PluginConfig, stores: Stores) =>
  createPurse({ ...stores, accountOf: createAccountOf({ accounts: stores.accounts, budgets }) });

/** What puts pictures into words, of what is configured. */
const describerOf = (
  config: PluginConfig,
  parts: { stores: Stores; encoder: Encoder; media: MediaWorker; openai: OpenAi | null },
) => {
  const { stores, encoder, media, openai } = parts;
  const { analysis } = config;
  const purse = purseOf(config, stores);
  const zeroShot = createZeroShot(encoder, analysis.vocabulary);
  const { language } = analysis;
  const visionBy = ({ analyst }: OpenAi) => ({
    analyst,
    look: createLook({ ...stores, purse, analyst, media, language }),
    how: howAsked(analyst, language),
  });
  const vision = openai && visionBy(openai);
  return createDescribe({ choice: analysis.provider, encoder, zeroShot, vision });
};

/** What people call a content type. */
interface Named {
  info: { displayName: string };
}
const typeNames = (strapi: Core.Strapi) => (uid: string) => {
  const types = strapi.contentTypes as unknown as Record<string, Named | undefined>;
  return types[uid]?.info.displayName ?? uid;
};

/** What is asked of OpenAI where there is a key; else the library's own rules answer. Clips are seen by what sees pictures. */
const questionsOf = (openai: ReturnType<typeof openAiOf>, describe: Describe) => ({
  inspector: openai && describe.isPaid() ? openai.inspector : null,
  planner: openai?.planner ?? null,
  entities: openai?.entities ?? null,
  moderator: openai?.moderator ?? null,
});

const studioSettingsOf = (config: PluginConfig, stores: Stores) => {
  const { palette, media, rights } = config;
  const { aspectMismatch } = media;
  return createStudioSettings({
    ...stores,
    checkEndpoints: checkEndpointsOf(config),
    configured: { palette, aspectMismatch, rights },
  });
};

/** Builds everything the plugin is made of. */
export const compose = async (
  strapi: Core.Strapi,
  config: PluginConfig,
  pgvector: string | null,
) => {
  const log = logOf(strapi);
  const holder = newHolder();
  const limits = { pgvector, embedded: isEmbedded(strapi), ...config.search };
  const stores = createStores(strapi, holder, withScratch, limits, config.rights);
  const encoder = createEncoder(config);
  const answering = answeringOf(config, { stores, encoder, log });
  const openai = openAiOf(config);
  const { media, marks } = await mediaOf(config);
  const depth = createDepth({ ...config.depth, workerFile: workerFile('depth-worker') });
  const describe = describerOf(config, { stores, encoder, media, openai });
  const jobs = await createEngine(config.jobs, { table: stores.jobTable, holder, log });
  const library = libraryUseCases({
    ...{ config, stores, jobs, answering, media, describe, log },
    typeName: typeNames(strapi),
  });
  const weights = completeWeights(config.match);
  const studioSettings = studioSettingsOf(config, stores);
  const { look, brandLogos, tone } = studioSettings;
  const vendors = createVendors(config, stores);
  const reportSecret = createReportSecret(config, vendors, log);
  const video = videoUseCases({
    ...{ config, stores, jobs, media, marks, holder, log, vendors, weights },
    ...{ ...questionsOf(openai, describe), libraryFor: library.libraryFor },
    webhookUrl: webhookUrlOf(strapi, config, reportSecret),
    ...{ look, brandLogos, tone },
  });
  const readActivity = createReadActivity({
    ...stores,
    demandAsset: (id, viewer) => library.browse.changeable(id, viewer),
    demandVideo: (id, viewer) => video.browseVideos.changeable(id, viewer),
  });
  const vendorNotices = () => ({ ...(openai && { openai: retirementNotice(analystOf(config)) }) });
  const status = createStatus({
    ...{ ...stores, encoder, answering, jobs, media },
    engine: config.jobs.engine,
    offers: video.offers,
    vendors: [...vendors.keys(), ...(openai ? ['openai'] : [])],
    vendorNotices,
  });
  return {
    ...{ config, log, holder, stores, jobs, encoder, answering, openai, describe, depth, media },
    ...library,
    ...video,
    applyLogo: createApplyLogo({ ...stores, browse: library.browse, jobs }),
    preprocess: createPreprocess({ ...stores, browse: library.browse, media, depth }),
    ...{ marks, weights, reportSecret, studioSettings, giveWay: createGiveWay() },
    ...composeNotices(strapi, config, { stores, log, rules: studioSettings.notices }),
    installation: composeInstallation(config, video.offers, describe),
    readDashboard: createReadDashboard({ ...stores, jobs }),
    ...{ readActivity, status, vendorNotices },
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
  await composition.changes.stop();
  await composition.jobs.stop();
  await Promise.all([
    composition.media.close(),
    composition.encoder.close(),
    composition.answering.close(),
    composition.depth.close(),
  ]);
};
