import { uids } from '../constants';
import { filterSql, type AssetFilter, type Scope } from './asset-filter';
import { selectionSql, type AnalysisSelection } from './analysis-selection';
import type { RunSql } from './sql';

/** What an analysis leaves beside the asset, and is not there. */
const incomplete = (model: string | null): { text: string; bindings: unknown[] } => {
  const print = 'NOT EXISTS (SELECT 1 FROM reference_asset_prints p WHERE p.asset_id = a.id)';
  const thumbnail = `NOT EXISTS (SELECT 1 FROM files_related_mph m
    WHERE m.related_id = a.id AND m.related_type = '${uids.asset}' AND m.field = 'thumbnail')`;
  if (model === null) return { text: `(${print} OR ${thumbnail})`, bindings: [] };
  const vector =
    'NOT EXISTS (SELECT 1 FROM reference_asset_vectors v WHERE v.asset_id = a.id AND v.model = ?)';
  return { text: `(${print} OR ${thumbnail} OR ${vector})`, bindings: [model] };
};

/** Questions to the table of assets that Strapi's query engine cannot ask; most answer with document ids. */
export const createAssetQueries = (sql: RunSql) => ({
  /** Document ids of assets with exactly these bytes. */
  async ofContent(contentHash: string, scope: Scope): Promise<string[]> {
    const where = filterSql({ scope });
    const rows = await sql<{ documentId: string }>(
      `SELECT a.document_id AS "documentId" FROM reference_assets a WHERE a.content_hash = ? AND ${where.text} ORDER BY a.id`,
      [contentHash, ...where.bindings],
    );
    return rows.map((row) => row.documentId);
  },

  /** Document ids of assets whose colours are known, newest first. */
  async withColors(filter: AssetFilter, limit: number): Promise<string[]> {
    const where = filterSql(filter);
    const rows = await sql<{ documentId: string }>(
      `SELECT a.document_id AS "documentId" FROM reference_assets a
       WHERE a.dominant_colors IS NOT NULL AND ${where.text} ORDER BY a.id DESC LIMIT ?`,
      [...where.bindings, limit],
    );
    return rows.map((row) => row.documentId);
  },

  /** Document ids of assets of a role, newest first, that were analysed once: what a matcher may look at. */
  async ofRole(filter: AssetFilter, limit: number): Promise<string[]> {
    const where = filterSql(filter);
    const rows = await sql<{ documentId: string }>(
      `SELECT a.document_id AS "documentId" FROM reference_assets a
       WHERE (a.analysis_status = 'done' OR a.content_hash IS NOT NULL) AND ${where.text} ORDER BY a.id DESC LIMIT ?`,
      [...where.bindings, limit],
    );
    return rows.map((row) => row.documentId);
  },

  /**
   * Document ids of assets whose analysis is owed: never done, cut short, made by older code, or without the rows that
   * it makes beside the asset, such as the vector of `model` where the database keeps vectors.
   */
  async owed(currentVersion: string, model: string | null, limit: number): Promise<string[]> {
    const lacks = incomplete(model);
    const rows = await sql<{ documentId: string }>(
      `SELECT a.document_id AS "documentId" FROM reference_assets a
       WHERE a.analysis_status IN ('pending', 'running')
          OR (a.analysis_status = 'done'
              AND (coalesce(a.analysis->>'measuredVersion', a.analysis->>'promptVersion', '') <> ? OR ${lacks.text}))
       ORDER BY a.id LIMIT ?`,
      [currentVersion, ...lacks.bindings, limit],
    );
    return rows.map((row) => row.documentId);
  },

  /** Whether everything is there that an analysis leaves beside an asset, such as the vector of `model`. */
  async isComplete(id: number, model: string | null): Promise<boolean> {
    const lacks = incomplete(model);
    const rows = await sql(
      `SELECT 1 AS found FROM reference_assets a WHERE a.id = ? AND ${lacks.text}`,
      [id, ...lacks.bindings],
    );
    return rows.length === 0;
  },

  /**
   * Assets that an analysis is asked for, and whether the words for each are paid for already.
   *
   * `how`: the end of the keys of replies as they would be asked for now; null where words are free.
   */
  async toAnalyse(
    filter: AnalysisSelection,
    how: string | null,
  ): Promise<{ documentId: string; isPaidFor: boolean }[]> {
    const where = selectionSql(filter);
    return sql(
      `SELECT a.document_id AS "documentId", EXISTS (
         SELECT 1 FROM reference_asset_replies r
         WHERE r.key = a.content_hash || ? AND r.reply IS NOT NULL AND r.readable) AS "isPaidFor"
       FROM reference_assets a WHERE a.file_id IS NOT NULL AND ${where.text} ORDER BY a.id`,
      [how ?? '', ...where.bindings],
    );
  },

  /** Says of assets that their analysis is owed. */
  async owe(documentIds: readonly string[]): Promise<void> {
    await sql(
      `UPDATE reference_assets SET analysis_status = 'pending', updated_at = now() WHERE document_id = ANY(?)`,
      [[...documentIds]],
    );
  },

  /** Notes that assets were used in a video just now. */
  async countUse(documentIds: readonly string[]): Promise<void> {
    await sql(
      `UPDATE reference_assets SET usage_count = coalesce(usage_count, 0) + 1, last_used_at = now()
       WHERE document_id = ANY(?)`,
      [[...documentIds]],
    );
  },

  /**
   * Assets that changed since a moment, for the event stream: the newest changes, as thousands of assets may have changed in
   * one moment, which must not stand before everything that comes after it.
   */
  changedSince(since: Date): Promise<{ documentId: string; status: string; at: Date }[]> {
    return sql(
      `SELECT * FROM (
         SELECT document_id AS "documentId", analysis_status AS status, updated_at AS at FROM reference_assets
         WHERE updated_at > ? ORDER BY updated_at DESC, id DESC LIMIT 500) newest
       ORDER BY at`,
      [since],
    );
  },

  /** How many assets are in which state of analysis. */
  async counts(): Promise<Record<string, number>> {
    const rows = await sql<{ status: string; count: string }>(
      `SELECT analysis_status AS status, count(*) AS count FROM reference_assets GROUP BY analysis_status`,
    );
    return Object.fromEntries(rows.map((row) => [row.status, Number(row.count)]));
  },
});
