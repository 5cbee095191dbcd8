import type { Core } from '@strapi/strapi';
<<<<<<< ours
import { createActivity } from './activity';
import { createAssetCards } from './asset-cards';
=======
import type { RightsPolicy } from '../../../shared/contracts/rights';
import { createAssetSnapshots } from './asset-snapshots';
>>>>>>> theirs
import { createAssets } from './assets';
import { createBeats } from './beats';
import { createBroughtFiles, type WithScratch } from './brought-files';
import { createComments } from './comments';
import { createFileChecks } from './file-checks';
import { createFileIntents } from './file-intents';
import { createGeneratedFiles } from './generated-files';
import { createImports } from './imports';
import { createJobTable } from './job-table';
import { createLedger } from './ledger';
import { createMediaFiles } from './media-files';
import { createRateLimits } from './rate-limits';
<<<<<<< ours
import { createAccounts } from './money/accounts';
import { createHolds } from './money/holds';
import { createVendorJobs } from './money/vendor-jobs';
import { createVendorPauses } from './money/vendor-pauses';
import { createPaidReplies } from './paid-replies';
import { createPeople } from './people';
import { createReviewLinks } from './review-links';
import { createSql, inTransaction, onOneConnection } from './sql';
=======
import { createMentions } from './mentions';
import { createMerges } from './merges';
import { createPairs } from './pairs';
import { createPrints } from './prints';
import { createReferences } from './references';
import { createRelinks } from './relinks';
import { createSql, inTransaction } from './sql';
import { createStates } from './states';
>>>>>>> theirs
import { createSystem } from './system';
import { createUploads } from './uploads';
import { createVectorPolicy, type VectorLimits } from './vector-policy';
import { createVectors } from './vectors';
import { createVersions } from './versions';
import { createVideos } from './videos';
import { createWordsIndex } from './words-index';

/** Every store on one database; `holder` names this process in what it leaves there. */
export const createStores = (
  strapi: Core.Strapi,
  holder: string,
  withScratch: WithScratch,
<<<<<<< ours
  limits: VectorLimits,
=======
  rights: RightsPolicy,
>>>>>>> theirs
) => {
  const sql = createSql(strapi);
  const intents = createFileIntents(sql);
  const files = createMediaFiles(strapi, sql);
  return {
    sql,
    intents,
    assets: createAssets(strapi, sql, rights),
    videos: createVideos(strapi, sql),
    beats: createBeats(strapi, sql),
    comments: createComments(strapi, sql),
    versions: createVersions(strapi, sql),
    activity: createActivity(sql),
    people: createPeople(sql),
    reviewLinks: createReviewLinks(sql),
    ledger: createLedger(strapi, sql),
<<<<<<< ours
    accounts: createAccounts(sql),
    holds: createHolds(sql),
    vendorJobs: createVendorJobs(sql),
    pauses: createVendorPauses(sql),
    replies: createPaidReplies(sql, (work) => inTransaction(strapi, work)),
    files: createMediaFiles(strapi, sql),
=======
    files,
    fileChecks: createFileChecks(sql, files),
    relinks: createRelinks(sql),
    states: createStates(sql),
    imports: createImports(sql),
>>>>>>> theirs
    generated: createGeneratedFiles(strapi, intents, holder),
    brought: createBroughtFiles(strapi, intents, holder, withScratch),
    uploads: createUploads(strapi),
    system: createSystem(strapi, sql),
<<<<<<< ours
    vectors: createVectors(sql, {
      together: (work) => inTransaction(strapi, work),
      alone: onOneConnection(strapi),
      policy: createVectorPolicy(sql, limits),
    }),
    cards: createAssetCards(sql),
=======
    prints: createPrints(sql),
    pairs: createPairs(sql),
    merges: createMerges(sql),
    mentions: createMentions(sql),
    references: createReferences(strapi, sql),
    snapshots: createAssetSnapshots(strapi, sql),
    vectors: createVectors(sql),
>>>>>>> theirs
    words: createWordsIndex(sql),
    jobTable: createJobTable(sql),
    rateLimits: createRateLimits(sql),
    /** Runs work in one transaction. */
    transaction: <T>(work: () => Promise<T>): Promise<T> => inTransaction(strapi, work),
  };
};
export type Stores = ReturnType<typeof createStores>;
