import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import type { RightsPolicy } from '../../../shared/contracts/rights';
import { inOrder } from './asset-cards';
import { filterSql, type Scope } from './asset-filter';
import { createAssetQueries } from './asset-queries';
import type { AssetRow } from './asset-rows';
import type { FileRow } from './media-files';
import { inTransaction, type RunSql } from './sql';
import { wholeAssets } from './whole-assets';

/** Rows of assets, addressed by document id and seen through a scope. */
export const createAssets = (strapi: Core.Strapi, sql: RunSql, configured: RightsPolicy) => {
  const query = () => strapi.db.query(uids.asset);
  const whole = (text: string, bindings: readonly unknown[]): Promise<AssetRow[]> =>
    wholeAssets(sql, configured, { text, bindings });
  return {
    ...createAssetQueries(sql),

    async find(documentId: string, scope: Scope): Promise<AssetRow | null> {
      return (await this.some([documentId], scope))[0] ?? null;
    },

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
      const where = filterSql({ scope, only: documentIds, withRefused: true });
      return inOrder(documentIds, await whole(where.text, where.bindings));
    },

    async ofFile(fileId: number): Promise<AssetRow | null> {
      return (await this.ofFiles([fileId]))[0] ?? null;
    },

    ofFiles: (fileIds: readonly number[]): Promise<AssetRow[]> =>
      whole('a.file_id = ANY(?)', [[...fileIds]]),

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
