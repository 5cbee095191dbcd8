import type { Core } from '@strapi/strapi';
import type { AssetList } from '../../../shared/contracts/assets';
import { uids } from '../constants';
import { filterSql, type AssetFilter, type Scope } from './asset-filter';
import type { AssetRow } from './asset-rows';
import type { FileRow } from './media-files';
import { inTransaction, type RunSql } from './sql';

const populate = { file: true, thumbnail: true, edges: true };

/** The condition of a scope for Strapi's query engine. */
const inScope = (scope: Scope) =>
  scope.all ? {} : { $or: [{ owner: { $null: true } }, ...(scope.owner ? [{ owner: scope.owner }] : [])] };

/** Rows of assets, addressed by document id and seen through a scope. */
export const createAssets = (strapi: Core.Strapi, sql: RunSql) => {
  const query = () => strapi.db.query(uids.asset);
  return {
    find: (documentId: string, scope: Scope): Promise<AssetRow | null> =>
      query().findOne({ where: { documentId, ...inScope(scope) }, populate }),

    /** A page of assets, newest first. */
    async page(list: AssetList, scope: Scope): Promise<{ rows: AssetRow[]; total: number }> {
      const where = {
        ...inScope(scope),
        ...(list.assetType && { assetType: list.assetType }),
        ...(list.isLogo !== undefined && { isLogo: list.isLogo }),
        ...(list.status && { analysisStatus: list.status }),
      };
      const [rows, total] = await Promise.all([
        query().findMany({
          where,
          populate,
          orderBy: [{ id: 'desc' }],
          offset: (list.page - 1) * list.pageSize,
          limit: list.pageSize,
        }) as Promise<AssetRow[]>,
        query().count({ where }),
      ]);
      return { rows, total };
    },

    /** Assets by document id, in the order asked for; what is not in scope is left out. */
    async some(documentIds: readonly string[], scope: Scope): Promise<AssetRow[]> {
      if (documentIds.length === 0) return [];
      const rows = (await query().findMany({
        where: { documentId: { $in: [...documentIds] }, ...inScope(scope) },
        populate,
      })) as AssetRow[];
      const byId = new Map(rows.map((row) => [row.documentId, row]));
      return documentIds.flatMap((id) => byId.get(id) ?? []);
    },

    ofFile: (fileId: number): Promise<AssetRow | null> => query().findOne({ where: { fileId }, populate }),

    ofFiles: (fileIds: readonly number[]): Promise<AssetRow[]> =>
      query().findMany({ where: { fileId: { $in: [...fileIds] } }, populate, orderBy: [{ id: 'asc' }] }),

    /** The asset of a file, made when there is none; two that ask at once get the same one. */
    async ensureFor(file: FileRow, owner: string | null): Promise<AssetRow> {
      return inTransaction(strapi, async () => {
        await sql('SELECT pg_advisory_xact_lock(820431908, ?)', [file.id]);
        const earlier = await this.ofFile(file.id);
        if (earlier) return earlier;
        await strapi.documents(uids.asset).create({
          data: {
            name: file.name.slice(0, 200),
            description: file.caption ?? null,
            file: file.id,
            fileId: file.id,
            owner,
            analysisStatus: 'pending',
            humanFields: [],
          } as never, // the plugin's own types are generated in the host, not here
        });
        return (await this.ofFile(file.id)) as AssetRow;
      });
    },

    /** Changes columns of an asset. */
    async update(id: number, data: Partial<Record<keyof AssetRow | 'vendorReply', unknown>>): Promise<void> {
      await query().update({ where: { id }, data });
    },

    async remove(documentId: string): Promise<void> {
      await strapi.documents(uids.asset).delete({ documentId });
    },

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

    /** Document ids of analysed assets of a role, least used last; what a matcher may look at. */
    async ofRole(filter: AssetFilter, limit: number): Promise<string[]> {
      const where = filterSql(filter);
      const rows = await sql<{ documentId: string }>(
        `SELECT a.document_id AS "documentId" FROM reference_assets a
         WHERE a.analysis_status = 'done' AND ${where.text} ORDER BY a.id DESC LIMIT ?`,
        [...where.bindings, limit],
      );
      return rows.map((row) => row.documentId);
    },

    /** Document ids of assets whose analysis is owed: never done, cut short, or made by older code. */
    async owed(currentVersion: string, limit: number): Promise<string[]> {
      const rows = await sql<{ documentId: string }>(
        `SELECT document_id AS "documentId" FROM reference_assets
         WHERE analysis_status IN ('pending', 'running')
            OR (analysis_status = 'done' AND coalesce(analysis->>'promptVersion', '') <> ?)
         ORDER BY id LIMIT ?`,
        [currentVersion, limit],
      );
      return rows.map((row) => row.documentId);
    },

    /** Assets whose file is no longer in the media library. */
    async withoutFile(limit: number): Promise<string[]> {
      const rows = await sql<{ documentId: string }>(
        `SELECT a.document_id AS "documentId" FROM reference_assets a
         WHERE a.file_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM files f WHERE f.id = a.file_id)
         ORDER BY a.id LIMIT ?`,
        [limit],
      );
      return rows.map((row) => row.documentId);
    },

    /** Notes that assets were used in a video just now. */
    async countUse(documentIds: readonly string[]): Promise<void> {
      await sql(
        `UPDATE reference_assets SET usage_count = coalesce(usage_count, 0) + 1, last_used_at = now()
         WHERE document_id = ANY(?)`,
        [[...documentIds]],
      );
    },

    /** Assets that changed since a moment, for the event stream. */
    changedSince(since: Date): Promise<{ documentId: string; status: string; at: Date }[]> {
      return sql(
        `SELECT document_id AS "documentId", analysis_status AS status, updated_at AS at FROM reference_assets
         WHERE updated_at > ? ORDER BY updated_at LIMIT 500`,
        [since],
      );
    },

    async counts(): Promise<Record<string, number>> {
      const rows = await sql<{ status: string; count: string }>(
        `SELECT analysis_status AS status, count(*) AS count FROM reference_assets GROUP BY analysis_status`,
      );
      return Object.fromEntries(rows.map((row) => [row.status, Number(row.count)]));
    },
  };
};
export type Assets = ReturnType<typeof createAssets>;
