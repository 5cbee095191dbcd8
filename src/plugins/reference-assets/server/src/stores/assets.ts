import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import type { Scope } from './asset-filter';
import { createAssetQueries } from './asset-queries';
import { withRights, type AssetRow } from './asset-rows';
import type { FileRow } from './media-files';
import type { RightsRules } from './rights-rules';
import { inTransaction, type RunSql } from './sql';

const populate = { file: true, thumbnail: true, edges: true };

/** The condition of a scope for Strapi's query engine. */
const inScope = (scope: Scope) =>
  scope.all
    ? {}
    : { $or: [{ owner: { $null: true } }, ...(scope.owner ? [{ owner: scope.owner }] : [])] };

/** Rows of assets, addressed by document id and seen through a scope. */
export const createAssets = (strapi: Core.Strapi, sql: RunSql, rules: RightsRules) => {
  const query = () => strapi.db.query(uids.asset);
  const one = async (where: object): Promise<AssetRow | null> => {
    const row = (await query().findOne({ where, populate })) as AssetRow | null;
    return row && withRights(row, await rules());
  };
  const many = async (options: object): Promise<AssetRow[]> => {
    const rows = (await query().findMany({ ...options, populate })) as AssetRow[];
    const policy = await rules();
    return rows.map((row) => withRights(row, policy));
  };
  return {
    ...createAssetQueries(sql),

    find: (documentId: string, scope: Scope): Promise<AssetRow | null> =>
      one({ documentId, ...inScope(scope) }),

    /**
     * The row, held until the transaction ends; null when it is gone. Rows that refer to it may be written by others
     * meanwhile, who would wait for this and be waited for when both write the same one, such as its words.
     */
    async hold(documentId: string): Promise<AssetRow | null> {
      const statement = 'SELECT id FROM reference_assets WHERE document_id = ? FOR NO KEY UPDATE';
      await sql(statement, [documentId]);
      return this.find(documentId, { all: true });
    },

    /** Assets by document id, in the order asked for; what is not in scope is left out. */
    async some(documentIds: readonly string[], scope: Scope): Promise<AssetRow[]> {
      if (documentIds.length === 0) return [];
      const rows = await many({
        where: { documentId: { $in: [...documentIds] }, ...inScope(scope) },
      });
      const byId = new Map(rows.map((row) => [row.documentId, row]));
      return documentIds.flatMap((id) => byId.get(id) ?? []);
    },

    ofFile: (fileId: number): Promise<AssetRow | null> => one({ fileId }),

    ofFiles: (fileIds: readonly number[]): Promise<AssetRow[]> =>
      many({ where: { fileId: { $in: [...fileIds] } }, orderBy: [{ id: 'asc' }] }),

    /**
     * The asset of a file, made when there is none; two that ask at once get the same one. Uploads wait for it, so it
     * reads no more than what is asked of it.
     */
    async ensureFor(
      file: FileRow,
      owner: string | null,
    ): Promise<Pick<AssetRow, 'documentId' | 'analysisStatus'>> {
      return inTransaction(strapi, async () => {
        await sql('SELECT pg_advisory_xact_lock(820431908, ?)', [file.id]);
        const [earlier] = await sql<Pick<AssetRow, 'documentId' | 'analysisStatus'>>(
          `SELECT document_id AS "documentId", analysis_status AS "analysisStatus"
           FROM reference_assets WHERE file_id = ? LIMIT 1`,
          [file.id],
        );
        if (earlier) return earlier;
        const { documentId } = await strapi.documents(uids.asset).create({
          fields: ['documentId'],
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
        return { documentId, analysisStatus: 'pending' };
      });
    },

    /** Changes columns of an asset. */
    async update(
      id: number,
      data: Partial<Record<keyof AssetRow | 'vendorReply', unknown>>,
    ): Promise<void> {
      await query().update({ where: { id }, data });
    },

    async remove(documentId: string): Promise<void> {
      await strapi.documents(uids.asset).delete({ documentId });
    },
  };
};
export type Assets = ReturnType<typeof createAssets>;
