import type { RunSql } from './sql';

/** A file that somebody set out to write: known before its bytes are, so that a kill leaves no orphan behind. */
export interface FileIntent {
  hash: string;
  ext: string;
  holder: string;
  formats: boolean;
}

/**
 * Write-ahead notes of files: noted before the upload provider writes, struck out in the transaction that makes the row.
 */
export const createFileIntents = (sql: RunSql) => ({
  async note(intent: FileIntent): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_file_intents (hash, ext, holder, formats) VALUES (?, ?, ?, ?)
       ON CONFLICT (hash) DO UPDATE SET holder = EXCLUDED.holder, created_at = now()`,
      [intent.hash, intent.ext, intent.holder, intent.formats],
    );
  },

  async strike(hashes: readonly string[]): Promise<void> {
    await sql('DELETE FROM reference_asset_file_intents WHERE hash = ANY(?)', [[...hashes]]);
  },

  /** Everything noted and not struck out, with whether a file row exists all the same. */
  open(): Promise<(FileIntent & { hasRow: boolean; ageSeconds: number })[]> {
    return sql(
      `SELECT i.hash, i.ext, i.holder, i.formats,
         EXISTS (SELECT 1 FROM files f WHERE f.hash = i.hash) AS "hasRow",
         extract(epoch FROM now() - i.created_at)::float AS "ageSeconds"
       FROM reference_asset_file_intents i ORDER BY i.created_at LIMIT 1000`,
    );
  },
});
export type FileIntents = ReturnType<typeof createFileIntents>;
