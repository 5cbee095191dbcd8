import { uids } from '../constants';
import { generatedMark } from './media-files';
import type { RunSql } from './sql';

/** An asset whose file is gone, and files that may be the same one under another id. */
export interface LostFile {
  id: number;
  documentId: string;
  /** Null for one that was never measured: no file can be told to be its own. */
  contentHash: string | null;
  /** Files that have its size, as many as were asked for at most. */
  candidates: number[];
}

/** Finding the files of assets again after a backup was restored, which gives files new ids. */
export const createRelinks = (sql: RunSql) => ({
  /** Sets the id kept beside the relation to what the relation says; returns how many assets were wrong. */
  async followRelations(): Promise<number> {
    const rows = await sql(
      `UPDATE reference_assets a SET file_id = m.file_id FROM files_related_mph m
       WHERE m.related_type = ? AND m.related_id = a.id AND m.field = 'file' AND a.file_id IS DISTINCT FROM m.file_id
         AND EXISTS (SELECT 1 FROM files f WHERE f.id = m.file_id) RETURNING a.id`,
      [uids.asset],
    );
    return rows.length;
  },

  /** A page of the assets without their file, after one of them, with the files of no asset that have its size and that the plugin did not make. */
  lost(after: number, limit: number, mostCandidates: number): Promise<LostFile[]> {
    return sql(
      `SELECT a.id, a.document_id AS "documentId", a.content_hash AS "contentHash",
         ARRAY(SELECT f.id FROM files f
               WHERE abs(f.size * 1000 - a.size_bytes) <= 10
                 AND coalesce(f.provider_metadata->>'generatedBy', '') <> ?
                 AND NOT EXISTS (SELECT 1 FROM reference_assets b WHERE b.file_id = f.id)
               ORDER BY f.id LIMIT ?) AS candidates
       FROM reference_assets a
       WHERE a.file_id IS NOT NULL AND a.id > ?
         AND NOT EXISTS (SELECT 1 FROM files f WHERE f.id = a.file_id)
       ORDER BY a.id LIMIT ?`,
      [generatedMark.generatedBy, mostCandidates, after, limit],
    );
  },
});
export type Relinks = ReturnType<typeof createRelinks>;
