import { undoDays } from '../../../shared/contracts/duplicates';
import type { AssetSnapshot } from './asset-snapshots';
import type { Reworded } from './video-mentions';
import type { Turned } from './references';
import type { RunSql } from './sql';

/** Everything a merge did, so that it can be undone. */
export interface MergeRecord {
  name: string;
  snapshot: AssetSnapshot;
  turned: Turned[];
  reworded: Reworded[];
  /** Columns of the kept asset that were changed: their values before and after. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** The kept asset's file and the merged one's, where the kept asset took that over. */
  adopted: { from: number; to: number } | null;
  /** References that were carried over. */
  references: number;
}

export interface MergeRow {
  id: string;
  kept: string;
  merged: string;
  owner: string | null;
  saidBy: string;
  fileIds: number[];
  record: MergeRecord;
  createdAt: Date;
}

const columns = `id, kept, merged, owner, said_by AS "saidBy", file_ids AS "fileIds", record::text AS record,
  created_at AS "createdAt"`;

const parsed = (row: MergeRow): MergeRow => ({
  ...row,
  record: JSON.parse(row.record as unknown as string) as MergeRecord,
  createdAt: new Date(row.createdAt),
});

/** What merges did; a row lives until the merge is undone or can no longer be. */
export const createMerges = (sql: RunSql) => ({
  async add(row: Omit<MergeRow, 'createdAt'>): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_merges (id, kept, merged, owner, said_by, file_ids, record)
       VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)`,
      [
        row.id,
        row.kept,
        row.merged,
        row.owner,
        row.saidBy,
        row.fileIds,
        JSON.stringify(row.record),
      ],
    );
  },

  /** A merge, held until the transaction ends. */
  async hold(id: string): Promise<MergeRow | null> {
    const [row] = await sql<MergeRow>(
      `SELECT ${columns} FROM reference_asset_merges WHERE id = ? FOR UPDATE`,
      [id],
    );
    return row ? parsed(row) : null;
  },

  /** Merges that can be undone, newest first; of one owner, or all with `undefined`. */
  async page(
    paging: { page: number; pageSize: number },
    owner?: string,
  ): Promise<{ rows: MergeRow[]; total: number }> {
    const whose = owner === undefined ? 'true' : 'owner = ?';
    const bindings = owner === undefined ? [] : [owner];
    const rows = await sql<MergeRow>(
      `SELECT ${columns} FROM reference_asset_merges WHERE ${whose} ORDER BY created_at DESC, id LIMIT ? OFFSET ?`,
      [...bindings, paging.pageSize, (paging.page - 1) * paging.pageSize],
    );
    const [count] = await sql<{ total: string }>(
      `SELECT count(*) AS total FROM reference_asset_merges WHERE ${whose}`,
      bindings,
    );
    return { rows: rows.map(parsed), total: Number(count?.total ?? 0) };
  },

  async remove(id: string): Promise<void> {
    await sql('DELETE FROM reference_asset_merges WHERE id = ?', [id]);
  },

  /** Whether a file is kept only because a merge may be undone. */
  async keepsFile(fileId: number): Promise<boolean> {
    const rows = await sql(
      'SELECT 1 AS kept FROM reference_asset_merges WHERE ? = ANY(file_ids) LIMIT 1',
      [fileId],
    );
    return rows.length > 0;
  },

  /** Merges that are too old to be undone. */
  expired(limit: number): Promise<{ id: string; fileIds: number[] }[]> {
    return sql(
      `SELECT id, file_ids AS "fileIds" FROM reference_asset_merges
       WHERE created_at < now() - ? * interval '1 day' ORDER BY created_at LIMIT ?`,
      [undoDays, limit],
    );
  },
});
export type Merges = ReturnType<typeof createMerges>;
