import type { Core } from '@strapi/strapi';
import { pluginConfig } from './config';
import { compose, keepComposition, type Composition } from './composition';
import { pluginId } from './constants';
import { createHandlers } from './jobs/handlers';
import { isGone } from './jobs/holder';
import { warmUpSearch } from './library/search/warm-up';
import { sweepScratch } from './media/scratch';
import { watchDeliveries } from './notices/watch-deliveries';
import { watchCalls } from './video/paid/watch-calls';
import { ensureOwnTables } from './stores/own-tables';
import { createSql } from './stores/sql';
import { sweepIntents } from './stores/sweep-intents';
import { ringForChanges } from './subscribers/change-bell';
import { followMediaLibrary } from './subscribers/media-library';
import { guardQueries } from './subscribers/guard-queries';
import { guardReplies } from './subscribers/guard-replies';
import { guardApproval } from './subscribers/guard-approval';
import { followVideoDeletions, followVideoStages } from './subscribers/video-stages';
import { messageOf } from '../../shared/message-of';

const stops = new WeakMap<Core.Strapi, () => void>();

const reconcileAgain =
  (strapi: Core.Strapi, { jobs, log }: Composition) =>
  () => {
    if (!strapi.isLoaded) return;
    jobs
      .ring({ kind: 'library.reconcile' })
      .catch((error: unknown) => log.warn(`reconcile was not rung for: ${messageOf(error)}`));
  };

/** Says in the log which tiers name a model that its vendor ends; the status page says it as well. */
const warnOfRetirements = ({ offers, vendorNotices, log }: Composition): void => {
  for (const { tier, notice } of offers.list()) if (notice) log.warn(`the tier ${tier}: ${notice}`);
  for (const notice of Object.values(vendorNotices()))
    if (notice) log.warn(`the analysis of pictures: ${notice}`);
};

const dayMs = 86_400_000;

const startJobs = async (strapi: Core.Strapi, composition: Composition): Promise<void> => {
  const { stores, holder, jobs, config } = composition;
  const sweepFiles = () => sweepIntents(strapi, stores.intents, (other) => isGone(other, holder));
  await jobs.start(createHandlers({ ...composition, sweepFiles }));
  await jobs.ring({ kind: 'library.reconcile' });
  const timer = setInterval(
    reconcileAgain(strapi, composition),
    config.jobs.reconcileEveryMs,
  ).unref();
  const watches = config.jobs.run
    ? [watchCalls({ ...stores, ...composition }), watchDeliveries({ ...stores, ...composition })]
    : [];
  // Said once a day: a process may run for longer than the days that are left.
  const reminder = setInterval(() => warnOfRetirements(composition), dayMs).unref();
  stops.set(strapi, () => {
    clearInterval(timer);
    clearInterval(reminder);
    watches.forEach((stop) => stop());
  });
};

/** Loads the model beside everything else; what was analysed without it gets its vectors once it is there. */
const startEncoder = async (strapi: Core.Strapi, composition: Composition): Promise<void> => {
  await composition.answering.refresh();
  await composition.encoder.start();
  const { state, model, reason } = composition.encoder.status();
  composition.log.info(`embedding model ${model}: ${state}${reason ? ` (${reason})` : ''}`);
  if (state === 'ready') reconcileAgain(strapi, composition)();
};

/** Puts the plugin together when the database is ready: the one place where everything meets. */
export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const config = pluginConfig.parse(strapi.config.get(`plugin::${pluginId}`));
  const { pgvector } = await ensureOwnTables(strapi, createSql(strapi));
  const composition = await compose(strapi, config, pgvector);
  keepComposition(strapi, composition);
  if (!pgvector)
    composition.log.warn(
      'pgvector is not available in this database: there is no search by likeness',
    );
  warnOfRetirements(composition);
  followMediaLibrary(strapi, composition.ingest);
  followVideoStages(strapi, composition.advance);
  ringForChanges(strapi, composition.changes.ring);
  guardApproval(strapi, composition.stores);
  followVideoDeletions(strapi, composition.stores, composition.calls);
  guardReplies(strapi);
  guardQueries(strapi);
  await composition.stores.states.installedAt();
  await sweepScratch();
  void composition.reportSecret.learn();
  await startJobs(strapi, composition);
  // Nothing waits for these, and nothing but searches misses them: a failure must not end the process.
  const warnOf = (what: string) => (error: unknown) =>
    composition.log.warn(`${what}: ${messageOf(error)}`);
  void startEncoder(strapi, composition)
    .catch(warnOf('the embedding model was not started'))
    .then(() => warmUpSearch(composition.search))
    .catch(warnOf('search was not warmed up'));
};

/** Stops what {@link bootstrap} repeats. */
export const stopTimers = (strapi: Core.Strapi): void => stops.get(strapi)?.();
