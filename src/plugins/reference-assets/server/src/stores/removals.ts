import { undoChangeDays } from '../../../shared/contracts/library';
import { uids } from '../constants';
import { createLateDistinctions, distinctionTable } from './late-distinctions';
import type { RunSql } from './sql';

type Row = Record<string, unknown>;

/** An asset as it stood with every row that refers to it: enough to put all of it back. */
export interface RemovedAsset {
  documentId: string;
  name: string;
  row: Row;
  /** Rows of other tables, by table. */
  belongings: Record<string, Row[]>;
  /** Pictures of it, which stay until it cannot come back any more. */
  fileIds: number[];
}

/** A removal of assets as it is kept for undoing. */
export interface RemovalRow {
  id: string;
  /** Key of who removed them: see `authorKeyOf`. */
  author: string;
  assets: RemovedAsset[];
  undoneAt: Date | null;
}

/** Table of ours for assets that were removed and can come back; see `own-tables`. */
export const removalTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_removals (
     id uuid PRIMARY KEY,
     author text NOT NULL,
     assets jsonb NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     undone_at timestamptz
   )`,
];

/** What was removed of the library, so that it can come back with everything that referred to it. */
export const createRemovals = (sql: RunSql) => {
  const read = async (statement: string, bindings: unknown[]): Promise<Row[]> =>
    (await sql<{ row: string }>(statement, bindings)).map(({ row }) => JSON.parse(row) as Row);

  /** Tables whose rows refer to an asset by a foreign key, and would go with it: words, vectors, relations of entries. */
  const referring = () =>
    sql<{ table: string; column: string }>(
      `SELECT c.conrelid::regclass::text AS "table", a.attname AS "column"
         FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.confrelid = 'reference_assets'::regclass`,
    );

  interface Target {
    column: string;
    target: string;
    targetColumn: string;
  }
  /** What rows of a table refer to by foreign keys. */
  const targetsOf = (table: string) =>
    sql<Target>(
      `SELECT a.attname AS "column", c.confrelid::regclass::text AS target, f.attname AS "targetColumn"
         FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
         JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1]
       WHERE c.contype = 'f' AND c.conrelid = ?::regclass`,
      [table],
    );

  /** Whether everything a row refers to is there. */
  const isWhole = async (row: Row, targets: readonly Target[]): Promise<boolean> => {
    for (const { column, target, targetColumn } of targets) {
      const value = row[column];
      if (value === null || value === undefined) continue;
      const [found] = await sql('SELECT 1 AS found FROM ?? WHERE ?? = ?', [
        ...[target, targetColumn, value],
      ]);
      if (!found) return false;
    }
    return true;
  };

  const keepForTheOther = createLateDistinctions(sql);
  const insert = (table: string, row: Row) =>
    sql(
      'INSERT INTO ?? SELECT * FROM jsonb_populate_record(NULL::??, ?::jsonb) ON CONFLICT DO NOTHING',
      [table, table, JSON.stringify(row)],
    );

  return {
    /** The asset of a row as it stands, before it is removed. */
    async picture(id: number): Promise<RemovedAsset> {
      const [row] = await read(
        'SELECT to_jsonb(t)::text AS row FROM reference_assets t WHERE id = ?',
        [id],
      );
      const files = await read(
        'SELECT to_jsonb(t)::text AS row FROM files_related_mph t WHERE related_type = ? AND related_id = ?',
        [uids.asset, id],
      );
      const belongings: RemovedAsset['belongings'] = { files_related_mph: files };
      for (const { table, column } of await referring()) {
        const statement = 'SELECT to_jsonb(t)::text AS row FROM ?? t WHERE ?? = ?';
        const rows = await read(statement, [table, column, id]);
        // Rows between two assets refer to each by a column of its own.
        belongings[table] = [...(belongings[table] ?? []), ...rows];
      }
      return {
        documentId: row.document_id as string,
        name: row.name as string,
        row,
        belongings,
        fileIds: files.map(({ file_id: fileId }) => fileId as number),
      };
    },

    /**
     * Puts assets back under their old ids, all rows before what refers to them. What is there again already stays as
     * it is, and what refers to something that is gone for good stays away.
     */
    async putBack(assets: readonly RemovedAsset[]): Promise<void> {
      for (const { row } of assets) await insert('reference_assets', row);
      for (const { belongings } of assets)
        for (const [table, rows] of Object.entries(belongings)) {
          const targets = await targetsOf(table);
          for (const one of rows)
            if (await isWhole(one, targets)) await insert(table, one);
            else if (table === distinctionTable) await keepForTheOther(one);
        }
    },

    async add({ id, author, assets }: Omit<RemovalRow, 'undoneAt'>): Promise<void> {
      await sql(
        'INSERT INTO reference_asset_removals (id, author, assets) VALUES (?, ?, ?::jsonb)',
        [id, author, JSON.stringify(assets)],
      );
    },

    /** A removal that can still be undone, held until the transaction ends. */
    async hold(id: string): Promise<RemovalRow | null> {
      const [row] = await sql<Omit<RemovalRow, 'assets'> & { assets: string }>(
        `SELECT id, author, assets::text AS assets, undone_at AS "undoneAt" FROM reference_asset_removals
         WHERE id = ? AND created_at > now() - ? * interval '1 day' FOR UPDATE`,
        [id, undoChangeDays],
      );
      return row ? { ...row, assets: JSON.parse(row.assets) as RemovedAsset[] } : null;
    },

    async markUndone(id: string): Promise<void> {
      await sql('UPDATE reference_asset_removals SET undone_at = now() WHERE id = ?', [id]);
    },

    /**
     * Forgets removals that are too old to be undone; answers with the pictures nothing brings back any more. Those that serve
     * elsewhere stay, and are to get no asset again.
     */
    async forgetOld(): Promise<number[]> {
      const rows = await sql<{ id: number }>(
        `WITH old AS (
           DELETE FROM reference_asset_removals WHERE created_at < now() - ? * interval '1 day' RETURNING assets, undone_at),
         pictures AS (
           SELECT f.id FROM files f WHERE f.id IN (
             SELECT (file #>> '{}')::integer FROM old, jsonb_array_elements(old.assets) asset,
               jsonb_array_elements(asset->'fileIds') file
             WHERE old.undone_at IS NULL)
           AND NOT EXISTS (SELECT 1 FROM reference_assets a WHERE a.file_id = f.id)),
         noted AS (
           INSERT INTO reference_asset_unwanted_files (file_id) SELECT id FROM pictures ON CONFLICT DO NOTHING)
         SELECT id FROM pictures`,
        [undoChangeDays],
      );
      return rows.map(({ id }) => id);
    },
  };
};
export type Removals = ReturnType<typeof createRemovals>;
