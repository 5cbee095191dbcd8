import type { RunSql } from './sql';

/** Table of ours for what administrators decide; see `own-tables`. */
export const settingsTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_settings (
     name text PRIMARY KEY,
     value jsonb NOT NULL,
     changed_by text NOT NULL,
     changed_at timestamptz NOT NULL DEFAULT now()
   )`,
];

/** What administrators decided, by name. Shape: the caller parses what it reads. */
export const createSettings = (sql: RunSql) => ({
  async all(): Promise<Record<string, unknown>> {
    const rows = await sql<{ name: string; value: string }>(
      `SELECT name, value::text AS value FROM reference_asset_settings`,
    );
    return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  },

  /** One decision; undefined where nobody made it. */
  async one(name: string): Promise<unknown> {
    const [row] = await sql<{ value: string }>(
      `SELECT value::text AS value FROM reference_asset_settings WHERE name = ?`,
      [name],
    );
    return row && (JSON.parse(row.value) as unknown);
  },

  async write(name: string, value: unknown, by: string): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_settings (name, value, changed_by) VALUES (?, ?::jsonb, ?)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by, changed_at = now()`,
      [name, JSON.stringify(value), by],
    );
  },
});
export type Settings = ReturnType<typeof createSettings>;
