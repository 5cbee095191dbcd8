import type { Core } from '@strapi/strapi';
import type { RightsPolicy } from '../../../shared/contracts/rights';
import { createActivity } from './activity';
import { createAssetCards } from './asset-cards';
import { createAssetSnapshots } from './asset-snapshots';
import { createAssets } from './assets';
import { createBeats } from './beats';
import { createBroughtFiles, type WithScratch } from './brought-files';
import { createChangeNotices } from './change-notices';
import { createChanges } from './changes';
import { createComments } from './comments';
import { createDeliveries } from './deliveries';
import { createFacets } from './facets';
import { createFigures } from './figures';
import { createFileChecks } from './file-checks';
import { createFileIntents } from './file-intents';
import { createGeneratedFiles } from './generated-files';
import { createImports } from './imports';
import { createJobTable } from './job-table';
import { createLedger } from './ledger';
import { createLogoCopies } from './logo-copies';
import { createMediaFiles } from './media-files';
import { createRateLimits } from './rate-limits';
import { createMentions } from './mentions';
import { createMerges } from './merges';
import { createAccounts } from './money/accounts';
import { createSpendingSums } from './money/spending-sums';
import { createHolds } from './money/holds';
import { createVendorJobs } from './money/vendor-jobs';
import { createVendorPauses } from './money/vendor-pauses';
import { createPaidReplies } from './paid-replies';
import { createPairs } from './pairs';
import { createPanelNotices } from './panel-notices';
import { createPeople } from './people';
import { createPrints } from './prints';
import { createRecipients } from './recipients';
import { createReferences } from './references';
import { createRelinks } from './relinks';
import { createRemovals } from './removals';
import { createReviewLinks } from './review-links';
import { createRightsRules } from './rights-rules';
import { createSavedSearches } from './saved-searches';
import { createSettings } from './settings';
import { createSql, inTransaction, onOneConnection } from './sql';
import { createStates } from './states';
import { createSystem } from './system';
import { createTakes } from './takes';
import { createTierHistory } from './tier-history';
import { createUnwantedFiles } from './unwanted-files';
import { createUploads } from './uploads';
import { createVectorPolicy, type VectorLimits } from './vector-policy';
import { createVectors } from './vectors';
import { createVideoMentions } from './video-mentions';
import { createVersions } from './versions';
import { createVideoFilter } from './video-filter';
import { createVideos } from './videos';
import { createWordsIndex } from './words-index';

/** Every store on one database; `holder` names this process in what it leaves there. */
export const createStores = (
  strapi: Core.Strapi,
  holder: string,
  withScratch: WithScratch,
  limits: VectorLimits,
  configuredRights: RightsPolicy,
) => {
  const sql = createSql(strapi);
  const intents = createFileIntents(sql);
  const files = createMediaFiles(strapi, sql);
  const settings = createSettings(sql);
  const rights = createRightsRules(settings, configuredRights);
  return {
    sql,
    rightsRules: rights,
    intents,
    assets: createAssets(strapi, sql, configuredRights),
    videos: createVideos(strapi, sql),
    videoFilters: createVideoFilter(strapi, sql),
    beats: createBeats(strapi, sql),
    comments: createComments(strapi, sql),
    takes: createTakes(strapi),
    tierHistory: createTierHistory(strapi, sql),
    versions: createVersions(strapi, sql),
    activity: createActivity(sql),
    people: createPeople(sql),
    mentions: createMentions(sql),
    reviewLinks: createReviewLinks(sql),
    settings,
    deliveries: createDeliveries(sql),
    recipients: createRecipients(sql),
    panelNotices: createPanelNotices(sql),
    figures: createFigures(sql),
    ledger: createLedger(strapi, sql),
    spendingSums: createSpendingSums(strapi, sql),
    accounts: createAccounts(sql),
    holds: createHolds(sql),
    vendorJobs: createVendorJobs(sql),
    pauses: createVendorPauses(sql),
    replies: createPaidReplies(sql, (work) => inTransaction(strapi, work)),
    logoCopies: createLogoCopies(sql),
    files,
    fileChecks: createFileChecks(sql, files),
    relinks: createRelinks(sql),
    states: createStates(sql),
    imports: createImports(sql),
    unwantedFiles: createUnwantedFiles(sql),
    generated: createGeneratedFiles(strapi, intents, holder),
    brought: createBroughtFiles(strapi, intents, holder, withScratch),
    uploads: createUploads(strapi),
    system: createSystem(strapi, sql),
    prints: createPrints(sql),
    pairs: createPairs(sql),
    merges: createMerges(sql),
    videoMentions: createVideoMentions(sql),
    references: createReferences(strapi, sql),
    snapshots: createAssetSnapshots(strapi, sql),
    vectors: createVectors(sql, {
      together: (work) => inTransaction(strapi, work),
      alone: onOneConnection(strapi),
      policy: createVectorPolicy(sql, limits),
    }),
    cards: createAssetCards(sql, configuredRights),
    changeNotices: createChangeNotices(strapi, sql),
    changes: createChanges(sql),
    facets: createFacets(sql),
    removals: createRemovals(sql),
    savedSearches: createSavedSearches(sql),
    words: createWordsIndex(sql),
    jobTable: createJobTable(sql),
    rateLimits: createRateLimits(sql),
    /** Runs work in one transaction. */
    transaction: <T>(work: () => Promise<T>): Promise<T> => inTransaction(strapi, work),
  };
};
export type Stores = ReturnType<typeof createStores>;
