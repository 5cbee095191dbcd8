import { randomUUID } from 'node:crypto';
import type { LogoStyle } from '../../../shared/contracts/logo';
import type { LogoCopy } from '../../../shared/contracts/logo-copies';
import type { RunSql } from './sql';

/** Copies of videos with a logo over them, asked for by people; `key` tells equal requests. */
export const logoCopyTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_logo_copies (
     id uuid PRIMARY KEY,
     key text NOT NULL UNIQUE,
     asset text NOT NULL,
     file_id integer NOT NULL,
     style jsonb NOT NULL,
     owner text,
     status text NOT NULL DEFAULT 'pending',
     result_id integer,
     placement jsonb,
     error jsonb,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
];

/** A row of `reference_asset_logo_copies`. */
export interface LogoCopyRow {
  id: string;
  asset: string;
  fileId: number;
  style: LogoStyle;
  owner: string | null;
  status: LogoCopy['status'];
  resultId: number | null;
  placement: LogoCopy['placement'];
  error: LogoCopy['error'];
}

/** A JSON column's value: drivers hand it over read or as text. */
const fromJson = <Value>(value: Value): Value =>
  typeof value === 'string' ? (JSON.parse(value) as Value) : value;

const read = (row: LogoCopyRow): LogoCopyRow => ({
  ...row,
  style: fromJson(row.style),
  placement: fromJson(row.placement),
  error: fromJson(row.error),
});

const columns = `id, asset, file_id AS "fileId", style, owner, status, result_id AS "resultId", placement, error`;

/** The requests to lay a logo over a video, and what came of them. */
export const createLogoCopies = (sql: RunSql) => ({
  /** Notes a request, or finds the equal one; one that failed, or whose result was deleted, is wanted again. */
  async ask(
    request: Pick<LogoCopyRow, 'asset' | 'fileId' | 'style' | 'owner'> & { key: string },
  ): Promise<LogoCopyRow> {
    const { key, asset, fileId, style, owner } = request;
    const [row] = await sql<LogoCopyRow>(
      `INSERT INTO reference_asset_logo_copies AS copy (id, key, asset, file_id, style, owner)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET
         status = CASE WHEN copy.status = 'done'
           AND EXISTS (SELECT 1 FROM files WHERE id = copy.result_id) THEN 'done' ELSE 'pending' END,
         error = NULL
       RETURNING ${columns}`,
      [randomUUID(), key, asset, fileId, JSON.stringify(style), owner],
    );
    return read(row);
  },

  async find(id: string): Promise<LogoCopyRow | null> {
    const [row] = await sql<LogoCopyRow>(
      `SELECT ${columns} FROM reference_asset_logo_copies WHERE id = ?`,
      [id],
    );
    return row ? read(row) : null;
  },

  /** Whether a file is part of a video that is theirs, or a copy they asked for. */
  async isOfOwner(fileId: number, owner: string): Promise<boolean> {
    const [row] = await sql<{ found: boolean }>(
      `SELECT EXISTS (
         SELECT 1 FROM files_related_mph m JOIN reference_asset_videos v ON v.id = m.related_id
         WHERE m.file_id = ? AND v.owner = ? AND m.related_type = 'plugin::reference-assets.video-generation'
       ) OR EXISTS (
         SELECT 1 FROM reference_asset_logo_copies WHERE result_id = ? AND owner = ?
       ) AS found`,
      [fileId, owner, fileId, owner],
    );
    return row.found;
  },

  /** Ids of those still to be made. */
  async pending(limit: number): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      `SELECT id FROM reference_asset_logo_copies WHERE status = 'pending' ORDER BY created_at LIMIT ?`,
      [limit],
    );
    return rows.map(({ id }) => id);
  },

  async done(id: string, resultId: number, placement: LogoCopy['placement']): Promise<void> {
    await sql(
      `UPDATE reference_asset_logo_copies SET status = 'done', result_id = ?, placement = ?, error = NULL WHERE id = ?`,
      [resultId, JSON.stringify(placement), id],
    );
  },

  async failed(id: string, error: LogoCopy['error']): Promise<void> {
    await sql(
      `UPDATE reference_asset_logo_copies SET status = 'failed', error = ? WHERE id = ? AND status = 'pending'`,
      [JSON.stringify(error), id],
    );
  },
});
export type LogoCopies = ReturnType<typeof createLogoCopies>;
