import type { RunSql } from './sql';

/** Small facts about the library as a whole that outlive a process, by name. */
export const createStates = (sql: RunSql) => ({
  async get<Value>(key: string): Promise<Value | null> {
    const [row] = await sql<{ value: string }>(
      'SELECT value::text AS value FROM reference_asset_states WHERE key = ?',
      [key],
    );
    return row ? (JSON.parse(row.value) as Value) : null;
  },

  async set(key: string, value: unknown): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_states (key, value) VALUES (?, ?::jsonb)
       ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = now()`,
      [key, JSON.stringify(value)],
    );
  },

  /** When the plugin first started on this database; media from before is imported, not taken. */
  async installedAt(): Promise<Date> {
    await sql(
      `INSERT INTO reference_asset_states (key, value) VALUES ('installed', to_jsonb(now())) ON CONFLICT DO NOTHING`,
    );
    return new Date((await this.get<string>('installed')) as string);
  },
});
export type States = ReturnType<typeof createStates>;
