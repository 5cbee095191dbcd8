import type { RunSql } from './sql';

/** Table of ours of the files whose asset a person removed, and which stay all the same: see `own-tables`. */
export const unwantedTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_unwanted_files (
     file_id integer PRIMARY KEY REFERENCES files(id) ON DELETE CASCADE
   )`,
];

/** That nobody removed the asset of a file `f`, for good or for as long as that can be undone, as SQL. */
export const wantedSql = `NOT EXISTS (SELECT 1 FROM reference_asset_unwanted_files u WHERE u.file_id = f.id)
  AND NOT EXISTS (SELECT 1 FROM reference_asset_removals r, jsonb_array_elements(r.assets) x
                  WHERE r.undone_at IS NULL AND x->'fileIds' @> to_jsonb(f.id))`;

/**
 * Files that are to get no asset again: a picture that serves elsewhere outlives its asset, and looks like one that was never
 * taken up.
 */
export const createUnwantedFiles = (sql: RunSql) => ({
  /** Remembers files whose asset was removed, as far as they are there. */
  async note(fileIds: readonly number[]): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_unwanted_files (file_id) SELECT id FROM files WHERE id = ANY(?) ON CONFLICT DO NOTHING`,
      [[...fileIds]],
    );
  },

  /** Forgets that a file is to get no asset: somebody asks for one by name. */
  async forget(fileId: number): Promise<void> {
    await sql('DELETE FROM reference_asset_unwanted_files WHERE file_id = ?', [fileId]);
  },

  /** Whether a file is to get no asset unless somebody asks for one by name. */
  async has(fileId: number): Promise<boolean> {
    const rows = await sql(`SELECT 1 AS found FROM files f WHERE f.id = ? AND NOT (${wantedSql})`, [
      fileId,
    ]);
    return rows.length > 0;
  },
});
export type UnwantedFiles = ReturnType<typeof createUnwantedFiles>;
