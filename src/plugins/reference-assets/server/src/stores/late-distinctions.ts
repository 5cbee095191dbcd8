import type { RunSql } from './sql';

/** Table of what people told apart: rows that belong to two assets. */
export const distinctionTable = 'reference_asset_distinctions';

/**
 * Keeps what told two assets apart with the one that is still out of the library, merged away or removed: whichever comes
 * back last brings it along. Without, it would be lost when the first one returns to a library that the other has left.
 */
export const createLateDistinctions =
  (sql: RunSql) =>
  async (row: Record<string, unknown>): Promise<void> => {
    const ids = [row.one, row.other];
    const rows = JSON.stringify([row]);
    await sql(
      `UPDATE reference_asset_merges
       SET record = jsonb_set(record, ARRAY['snapshot', 'belongings', ?],
         coalesce(record #> ARRAY['snapshot', 'belongings', ?], '[]') || ?::jsonb)
       WHERE (record #>> '{snapshot,row,id}')::int IN (?, ?)`,
      [distinctionTable, distinctionTable, rows, ...ids],
    );
    await sql(
      `UPDATE reference_asset_removals r
       SET assets = (
         SELECT jsonb_agg(CASE WHEN (asset #>> '{row,id}')::int IN (?, ?)
           THEN jsonb_set(asset, ARRAY['belongings', ?], coalesce(asset #> ARRAY['belongings', ?], '[]') || ?::jsonb)
           ELSE asset END ORDER BY place)
         FROM jsonb_array_elements(r.assets) WITH ORDINALITY AS listed(asset, place))
       WHERE undone_at IS NULL AND EXISTS (
         SELECT 1 FROM jsonb_array_elements(r.assets) AS listed(asset) WHERE (asset #>> '{row,id}')::int IN (?, ?))`,
      [...ids, distinctionTable, distinctionTable, rows, ...ids],
    );
  };
