import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import { createLateDistinctions, distinctionTable } from './late-distinctions';
import type { RunSql } from './sql';

/** An asset with all rows of it, as they stood: enough to put every one of them back. */
export interface AssetSnapshot {
  row: Record<string, unknown>;
  /** Rows of other tables that belong to it, by table. */
  belongings: Record<string, Record<string, unknown>[]>;
}

/** Tables whose rows belong to an asset alone. */
const belongingTables = [
  'reference_asset_prints',
  'reference_asset_hashes',
  'reference_asset_words',
  'reference_asset_vectors',
];

/** Takes assets out of the library with everything of them, and puts them back as they were. */
export const createAssetSnapshots = (strapi: Core.Strapi, sql: RunSql) => {
  const present = async (): Promise<string[]> => {
    const rows = await sql<{ name: string }>(
      `SELECT t AS name FROM unnest(?::text[]) t WHERE to_regclass(t) IS NOT NULL`,
      [belongingTables],
    );
    return rows.map(({ name }) => name);
  };
  const read = async (statement: string, bindings: unknown[]) =>
    (await sql<{ row: string }>(statement, bindings)).map(
      ({ row }) => JSON.parse(row) as Record<string, unknown>,
    );
  const insert = (table: string, row: Record<string, unknown>) =>
    sql(
      'INSERT INTO ?? SELECT * FROM jsonb_populate_record(NULL::??, ?::jsonb) ON CONFLICT DO NOTHING',
      [table, table, JSON.stringify(row)],
    );

  const keepForTheOther = createLateDistinctions(sql);
  const areBothThere = async ({ one, other }: Record<string, unknown>): Promise<boolean> =>
    (await sql('SELECT id FROM reference_assets WHERE id IN (?, ?)', [one, other])).length === 2;

  return {
    /** Removes an asset's row and returns what {@link putBack} needs; its files stay. */
    async takeOut(id: number): Promise<AssetSnapshot> {
      const [row] = await read(
        'SELECT to_jsonb(t)::text AS row FROM reference_assets t WHERE id = ?',
        [id],
      );
      const belongings: AssetSnapshot['belongings'] = {
        files_related_mph: await read(
          `SELECT to_jsonb(t)::text AS row FROM files_related_mph t WHERE related_type = ? AND related_id = ?`,
          [uids.asset, id],
        ),
      };
      belongings[distinctionTable] = await read(
        'SELECT to_jsonb(t)::text AS row FROM ?? t WHERE ? IN (t.one, t.other)',
        [distinctionTable, id],
      );
      for (const table of await present())
        belongings[table] = await read(
          'SELECT to_jsonb(t)::text AS row FROM ?? t WHERE asset_id = ?',
          [table, id],
        );
      await strapi.documents(uids.asset).delete({ documentId: row.document_id as string });
      return { row, belongings };
    },

    /** Puts an asset back with everything of it, under its old ids. */
    async putBack({ row, belongings }: AssetSnapshot): Promise<void> {
      await insert('reference_assets', row);
      for (const [table, rows] of Object.entries(belongings))
        for (const one of rows)
          // What told it apart belongs to two assets, of which the other may be out of the library by now.
          if (table !== distinctionTable || (await areBothThere(one))) await insert(table, one);
          else await keepForTheOther(one);
    },
  };
};
export type AssetSnapshots = ReturnType<typeof createAssetSnapshots>;
