import { stat } from 'node:fs/promises';
import type { FileRow, MediaFiles } from './media-files';
import type { RunSql } from './sql';

/** A file to be looked at, with what it looked like the last time. */
export interface FileToCheck {
  fileId: number;
  documentId: string;
  known: string | null;
  analysedAt: string | null;
}

/** What a look at a file's bytes from outside found. */
export type FileLook =
  | { state: 'there'; fingerprint: string; changedAt: Date | null }
  | { state: 'gone' }
  | { state: 'unknown' };

const headMs = 10_000;

/** Cheap looks at files: whether their bytes may have changed behind our back. */
export const createFileChecks = (sql: RunSql, files: Pick<MediaFiles, 'localPath' | 'signed'>) => {
  const lookLocally = async (path: string): Promise<FileLook> => {
    try {
      const { size, mtimeMs, mtime } = await stat(path);
      return { state: 'there', fingerprint: `${size}:${mtimeMs}`, changedAt: mtime };
    } catch (error) {
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      return { state: isGone ? 'gone' : 'unknown' };
    }
  };

  const lookAfar = async (file: FileRow): Promise<FileLook> => {
    const { url } = await files.signed(file);
    const reply = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(headMs) });
    if (reply.status === 404 || reply.status === 410) return { state: 'gone' };
    const tag = reply.headers.get('etag') ?? reply.headers.get('last-modified');
    if (!reply.ok || !tag) return { state: 'unknown' };
    const fingerprint = `${tag}:${reply.headers.get('content-length') ?? ''}`;
    return { state: 'there', fingerprint, changedAt: null };
  };

  return {
    /** Files of analysed assets, those that were not looked at for longest first. */
    due(limit: number): Promise<FileToCheck[]> {
      return sql(
        `SELECT f.id AS "fileId", a.document_id AS "documentId", c.fingerprint AS known, a.analysis->>'at' AS "analysedAt"
         FROM reference_assets a JOIN files f ON f.id = a.file_id
           LEFT JOIN reference_asset_file_checks c ON c.file_id = f.id
         WHERE a.analysis_status = 'done' ORDER BY c.checked_at NULLS FIRST, f.id LIMIT ?`,
        [limit],
      );
    },

    /** Looks at a file without reading it: size and time on this machine, tag and length at a remote provider. */
    async look(file: FileRow): Promise<FileLook> {
      const local = files.localPath(file);
      // A provider that does not answer says nothing about its files.
      return local ? lookLocally(local) : lookAfar(file).catch(() => ({ state: 'unknown' }));
    },

    /** Remembers what a file looks like now. */
    async note(fileId: number, fingerprint: string): Promise<void> {
      await sql(
        `INSERT INTO reference_asset_file_checks (file_id, fingerprint) VALUES (?, ?)
         ON CONFLICT (file_id) DO UPDATE SET fingerprint = EXCLUDED.fingerprint, checked_at = now()`,
        [fileId, fingerprint],
      );
    },
  };
};
export type FileChecks = ReturnType<typeof createFileChecks>;
