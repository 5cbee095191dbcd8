import type { Core } from '@strapi/strapi';
import { changeNoticeTables } from './change-notices';
import { deliveryTables } from './delivery-tables';
import { likenessTables } from './likeness-tables';
import { logoCopyTables } from './logo-copies';
import { ledgerIndexes, moneyTables } from './money/tables';
import { libraryTables } from './library-tables';
import { mentionTables } from './mentions';
import { reviewTables } from './review-tables';
import { ensureVectorTable, wordTables } from './search-tables';
import { paidReplyTables } from './paid-replies';
import { removalTables } from './removals';
import { settingsTables } from './settings';
import { unwantedTables } from './unwanted-files';
import { upkeepTables } from './upkeep-tables';
import { inTransaction, type RunSql } from './sql';

/**
 * Tables of ours that Strapi's schema sync does not know and so leaves alone (`database/schema/diff.ts` removes
 * only what it stored itself). Made after the sync, because they refer to tables that the sync makes.
 */
export const tables = [
  ...wordTables,
  `CREATE TABLE IF NOT EXISTS reference_asset_jobs (
     key text PRIMARY KEY,
     lane text NOT NULL,
     data jsonb NOT NULL,
     priority integer NOT NULL DEFAULT 0,
     state text NOT NULL DEFAULT 'waiting',
     rang_again boolean NOT NULL DEFAULT false,
     attempts integer NOT NULL DEFAULT 0,
     holder text,
     held_until timestamptz,
     run_at timestamptz NOT NULL DEFAULT now(),
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX IF NOT EXISTS reference_asset_jobs_due ON reference_asset_jobs (lane, state, priority DESC, run_at)`,
  `CREATE TABLE IF NOT EXISTS reference_asset_rate_limits (
     lane text PRIMARY KEY,
     free_at timestamptz NOT NULL
   )`,
  `CREATE TABLE IF NOT EXISTS reference_asset_file_intents (
     hash text PRIMARY KEY,
     ext text NOT NULL,
     holder text NOT NULL,
     formats boolean NOT NULL DEFAULT false,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX IF NOT EXISTS reference_assets_file_id ON reference_assets (file_id)`,
  `CREATE INDEX IF NOT EXISTS reference_assets_content_hash ON reference_assets (content_hash)`,
  `CREATE INDEX IF NOT EXISTS reference_assets_analysis_status ON reference_assets (analysis_status)`,
  `CREATE INDEX IF NOT EXISTS reference_assets_updated_at ON reference_assets (updated_at)`,
  `CREATE INDEX IF NOT EXISTS reference_asset_beats_video ON reference_asset_beats (video)`,
  `CREATE UNIQUE INDEX IF NOT EXISTS reference_asset_videos_idempotency_key
     ON reference_asset_videos (idempotency_key) WHERE published_at IS NULL`,
  `CREATE INDEX IF NOT EXISTS reference_asset_files_hash ON files (hash)`,
  ...logoCopyTables,
  `CREATE INDEX IF NOT EXISTS reference_asset_takes_video ON reference_asset_takes (video)`,
  `CREATE INDEX IF NOT EXISTS reference_asset_takes_beat ON reference_asset_takes (beat)`,
  ...reviewTables,
  ...mentionTables,
  ...libraryTables,
  ...removalTables,
  ...unwantedTables,
  ...settingsTables,
  ...deliveryTables,
  ...moneyTables,
  ...ledgerIndexes,
  ...paidReplyTables,
  ...likenessTables,
  ...upkeepTables,
  ...changeNoticeTables,
];

/** A number no other advisory lock of Strapi uses; serialises processes that start at once. */
const lockNumber = 820_431_907;

/**
 * Makes what is missing of our own tables, once, whoever starts first.
 *
 * Returns whether pgvector is there: without it the tables for words and jobs still work.
 */
export const ensureOwnTables = (
  strapi: Core.Strapi,
  sql: RunSql,
): Promise<{ pgvector: string | null }> =>
  inTransaction(strapi, async () => {
    await sql('SELECT pg_advisory_xact_lock(?)', [lockNumber]);
    for (const statement of tables) await sql(statement);
    const [available] = await sql<{ installed: string | null }>(
      `SELECT installed_version AS installed FROM pg_available_extensions WHERE name = 'vector'`,
    );
    if (!available) return { pgvector: null };
    if (!available.installed) await sql('CREATE EXTENSION IF NOT EXISTS vector');
    const [row] = await sql<{ version: string }>(
      `SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'`,
    );
    if (row) await ensureVectorTable(sql, row.version);
    return { pgvector: row?.version ?? null };
  });
