import { randomUUID } from 'node:crypto';
import type { SavedSearch, SavedSearchRequest } from '../../../shared/contracts/library';
import type { RunSql } from './sql';

const most = 100;

/** Searches that people keep, each for themselves; `person` is the key of `authorKeyOf`. */
export const createSavedSearches = (sql: RunSql) => ({
  of: (person: string): Promise<SavedSearch[]> =>
    sql(
      `SELECT id, name, query FROM reference_asset_saved_searches WHERE person = ? ORDER BY lower(name) LIMIT ?`,
      [person, most],
    ),

  /** Keeps a search; one of the same name gives way to it. */
  async keep(person: string, { name, query }: SavedSearchRequest): Promise<SavedSearch> {
    const [row] = await sql<SavedSearch>(
      `INSERT INTO reference_asset_saved_searches (id, person, name, query) VALUES (?, ?, ?, ?)
       ON CONFLICT (person, name) DO UPDATE SET query = EXCLUDED.query RETURNING id, name, query`,
      [randomUUID(), person, name, query],
    );
    return row;
  },

  /** Whether there was such a search of this person, which is gone now. */
  async remove(person: string, id: string): Promise<boolean> {
    const rows = await sql(
      'DELETE FROM reference_asset_saved_searches WHERE person = ? AND id = ? RETURNING id',
      [person, id],
    );
    return rows.length > 0;
  },
});
export type SavedSearches = ReturnType<typeof createSavedSearches>;
