import type { ImportSelection, LibraryImport } from '../../../shared/contracts/imports';
import { untaken } from './media-files';
import type { RunSql } from './sql';

/** An import as it is kept; `lastFileId` is where it goes on. */
export interface ImportRow extends LibraryImport {
  owner: string | null;
  lastFileId: number;
}

const columns = `id, request::text AS selection, owner, total, taken, last_file_id AS "lastFileId",
  created_at AS "startedAt", ended_at AS "endedAt"`;

const iso = (value: string | null): string | null => (value ? new Date(value).toISOString() : null);
const parsed = (row: ImportRow): ImportRow => ({
  ...row,
  selection: JSON.parse(row.selection as unknown as string) as ImportSelection,
  startedAt: iso(row.startedAt) as string,
  endedAt: iso(row.endedAt),
});

/** The selection as SQL on `files f`: pictures of people, without an asset. */
const selected = (selection: ImportSelection): { text: string; bindings: unknown[] } => {
  const { folder, name, mime, createdAfter, createdBefore } = selection;
  const parts: [string, unknown[]][] = [[untaken.text, [...untaken.bindings]]];
  if (folder)
    parts.push([
      `EXISTS (SELECT 1 FROM upload_folders d WHERE d.id = ?
         AND (f.folder_path = d.path OR f.folder_path LIKE d.path || '/%'))`,
      [folder],
    ]);
  if (name) parts.push(['strpos(lower(f.name), lower(?)) > 0', [name]]);
  if (mime) parts.push(['f.mime = ?', [mime]]);
  if (createdAfter) parts.push(['f.created_at >= ?', [createdAfter]]);
  if (createdBefore) parts.push(['f.created_at < ?', [createdBefore]]);
  return {
    text: parts.map(([text]) => text).join(' AND '),
    bindings: parts.flatMap(([, bindings]) => bindings),
  };
};

/** Imports of media that was there before, and the files that each still has before it. */
export const createImports = (sql: RunSql) => ({
  async count(selection: ImportSelection): Promise<number> {
    const where = selected(selection);
    const [row] = await sql<{ count: string }>(
      `SELECT count(*) AS count FROM files f WHERE ${where.text}`,
      where.bindings,
    );
    return Number(row?.count ?? 0);
  },

  /** Ids of files of a selection after one, in order. */
  async next(selection: ImportSelection, after: number, limit: number): Promise<number[]> {
    const where = selected(selection);
    const rows = await sql<{ id: number }>(
      `SELECT f.id FROM files f WHERE f.id > ? AND ${where.text} ORDER BY f.id LIMIT ?`,
      [after, ...where.bindings, limit],
    );
    return rows.map(({ id }) => id);
  },

  async add(row: {
    id: string;
    selection: ImportSelection;
    owner: string | null;
    total: number;
  }): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_imports (id, request, owner, total) VALUES (?, ?::jsonb, ?, ?)`,
      [row.id, JSON.stringify(row.selection), row.owner, row.total],
    );
  },

  async find(id: string): Promise<ImportRow | null> {
    const [row] = await sql<ImportRow>(
      `SELECT ${columns} FROM reference_asset_imports WHERE id = ?`,
      [id],
    );
    return row ? parsed(row) : null;
  },

  /** Imports newest first; of one owner, or all with `undefined`. */
  async newest(limit: number, owner?: string): Promise<ImportRow[]> {
    const rows = await sql<ImportRow>(
      `SELECT ${columns} FROM reference_asset_imports WHERE ${owner === undefined ? 'true' : 'owner = ?'}
       ORDER BY created_at DESC LIMIT ?`,
      [...(owner === undefined ? [] : [owner]), limit],
    );
    return rows.map(parsed);
  },

  /** Ids of imports that have not ended. */
  async open(): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      `SELECT id FROM reference_asset_imports WHERE ended_at IS NULL ORDER BY created_at`,
    );
    return rows.map(({ id }) => id);
  },

  /** Notes how far an import has come. */
  async advance(id: string, lastFileId: number, taken: number): Promise<void> {
    await sql(
      `UPDATE reference_asset_imports SET last_file_id = ?, taken = taken + ? WHERE id = ?`,
      [lastFileId, taken, id],
    );
  },

  async end(id: string): Promise<void> {
    await sql('UPDATE reference_asset_imports SET ended_at = now() WHERE id = ?', [id]);
  },
});
export type Imports = ReturnType<typeof createImports>;
