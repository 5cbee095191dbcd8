import { filterSql, type Scope } from './asset-filter';
import type { RunSql } from './sql';

/** A folder of the media library; `path` is made of the numbers of the folders above it. */
export interface FolderRow {
  id: number;
  name: string;
  path: string;
}

const mostTags = 300;

/** What the library can be filtered by, counted. */
export const createFacets = (sql: RunSql) => ({
  async tags(scope: Scope): Promise<{ name: string; count: number }[]> {
    const where = filterSql({ scope });
    const rows = await sql<{ name: string; count: string }>(
      `SELECT t.tag AS name, count(*) AS count FROM reference_assets a
         CROSS JOIN LATERAL jsonb_array_elements_text(
           CASE WHEN jsonb_typeof(a.style_tags::jsonb) = 'array' THEN a.style_tags::jsonb ELSE '[]' END) AS t(tag)
       WHERE ${where.text} GROUP BY t.tag ORDER BY count(*) DESC, t.tag LIMIT ?`,
      [...where.bindings, mostTags],
    );
    return rows.map(({ name, count }) => ({ name, count: Number(count) }));
  },

  folders: (): Promise<FolderRow[]> =>
    sql<FolderRow>('SELECT id, name, path FROM upload_folders ORDER BY path LIMIT 5000'),

  /** How many assets lie straight in which folder. */
  async perFolder(scope: Scope): Promise<Map<string, number>> {
    const where = filterSql({ scope });
    const rows = await sql<{ path: string; count: string }>(
      `SELECT f.folder_path AS path, count(*) AS count FROM reference_assets a JOIN files f ON f.id = a.file_id
       WHERE ${where.text} GROUP BY f.folder_path`,
      where.bindings,
    );
    return new Map(rows.map(({ path, count }) => [path, Number(count)]));
  },

  /** How many assets belong to whom; null owns the shared library. */
  async owners(scope: Scope): Promise<{ id: string | null; count: number }[]> {
    const where = filterSql({ scope });
    const rows = await sql<{ id: string | null; count: string }>(
      `SELECT a.owner AS id, count(*) AS count FROM reference_assets a WHERE ${where.text}
       GROUP BY a.owner ORDER BY count(*) DESC LIMIT 500`,
      where.bindings,
    );
    return rows.map(({ id, count }) => ({ id, count: Number(count) }));
  },

  /** Names of API users by document id; without users of the API there are none. */
  async userNames(documentIds: readonly string[]): Promise<Map<string, string>> {
    const [{ table }] = await sql<{ table: string | null }>(
      `SELECT to_regclass('up_users')::text AS "table"`,
    );
    if (!table || documentIds.length === 0) return new Map();
    const rows = await sql<{ id: string; name: string }>(
      'SELECT document_id AS id, username AS name FROM up_users WHERE document_id = ANY(?)',
      [[...documentIds]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  },
});
export type Facets = ReturnType<typeof createFacets>;
