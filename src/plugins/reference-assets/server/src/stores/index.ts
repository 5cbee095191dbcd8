import type { Core } from '@strapi/strapi';
import type { RightsPolicy } from '../../../shared/contracts/rights';
import { createAssetSnapshots } from './asset-snapshots';
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
import { createMentions } from './mentions';
import { createMerges } from './merges';
import { createPairs } from './pairs';
import { createPrints } from './prints';
import { createReferences } from './references';
import { createRelinks } from './relinks';
import { createSql, inTransaction } from './sql';
import { createStates } from './states';
import { createSystem } from './system';
import { createUploads } from './uploads';
import { createVectors } from './vectors';
import { createVideos } from './videos';
import { createWordsIndex } from './words-index';

/** Every store on one database; `holder` names this process in what it leaves there. */
export const createStores = (
  strapi: Core.Strapi,
  holder: string,
  withScratch: WithScratch,
  rights: RightsPolicy,
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
    comments: createComments(strapi),
    ledger: createLedger(strapi, sql),
    files,
    fileChecks: createFileChecks(sql, files),
    relinks: createRelinks(sql),
    states: createStates(sql),
    imports: createImports(sql),
    generated: createGeneratedFiles(strapi, intents, holder),
    brought: createBroughtFiles(strapi, intents, holder, withScratch),
    uploads: createUploads(strapi),
    system: createSystem(strapi, sql),
    prints: createPrints(sql),
    pairs: createPairs(sql),
    merges: createMerges(sql),
    mentions: createMentions(sql),
    references: createReferences(strapi, sql),
    snapshots: createAssetSnapshots(strapi, sql),
    vectors: createVectors(sql),
    words: createWordsIndex(sql),
    jobTable: createJobTable(sql),
    rateLimits: createRateLimits(sql),
    /** Runs work in one transaction. */
    transaction: <T>(work: () => Promise<T>): Promise<T> => inTransaction(strapi, work),
  };
};
export type Stores = ReturnType<typeof createStores>;
