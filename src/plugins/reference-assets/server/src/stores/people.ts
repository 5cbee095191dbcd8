import type { Mention } from '../../../shared/contracts/reviews';
import type { RunSql } from './sql';

const named = `SELECT id, coalesce(nullif(trim(concat_ws(' ', firstname, lastname)), ''), username, 'admin ' || id) AS name
  FROM admin_users WHERE is_active AND NOT coalesce(blocked, false)`;

/** People of the admin panel, by name only: no address and no role leaves this store. */
export const createPeople = (sql: RunSql) => ({
  all: (): Promise<Mention[]> => sql<Mention>(`${named} ORDER BY name LIMIT 500`),

  some: (ids: readonly number[]): Promise<Mention[]> =>
    ids.length === 0 ? Promise.resolve([]) : sql<Mention>(`${named} AND id = ANY(?)`, [[...ids]]),
});
export type People = ReturnType<typeof createPeople>;
