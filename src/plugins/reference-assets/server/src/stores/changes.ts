import { undoChangeDays, type ChangedAsset } from '../../../shared/contracts/library';
import type { RunSql } from './sql';

/** A change of many assets as it is kept for undoing. */
export interface ChangeRow {
  id: string;
  /** Key of who made it: see `authorKeyOf`. */
  author: string;
  assets: ChangedAsset[];
  undoneAt: Date | null;
}

/** What was changed of many assets at once, so that it can be undone. */
export const createChanges = (sql: RunSql) => ({
  /** Keeps a change; what is too old to be undone goes at the same time. */
  async add({ id, author, assets }: Omit<ChangeRow, 'undoneAt'>): Promise<void> {
    await sql(
      `DELETE FROM reference_asset_changes WHERE created_at < now() - ? * interval '1 day'`,
      [undoChangeDays],
    );
    await sql('INSERT INTO reference_asset_changes (id, author, assets) VALUES (?, ?, ?::jsonb)', [
      id,
      author,
      JSON.stringify(assets),
    ]);
  },

  /** A change that can still be undone, held until the transaction ends. */
  async hold(id: string): Promise<ChangeRow | null> {
    const [row] = await sql<Omit<ChangeRow, 'assets'> & { assets: string }>(
      `SELECT id, author, assets::text AS assets, undone_at AS "undoneAt" FROM reference_asset_changes
       WHERE id = ? AND created_at > now() - ? * interval '1 day' FOR UPDATE`,
      [id, undoChangeDays],
    );
    return row ? { ...row, assets: JSON.parse(row.assets) as ChangedAsset[] } : null;
  },

  async markUndone(id: string): Promise<void> {
    await sql('UPDATE reference_asset_changes SET undone_at = now() WHERE id = ?', [id]);
  },
});
export type Changes = ReturnType<typeof createChanges>;
