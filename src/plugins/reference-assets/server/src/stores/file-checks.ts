import { stat } from 'node:fs/promises';
import type { FileRow, MediaFiles } from './media-files';
import type { RunSql } from './sql';

/** A file to be looked at, with what it looked like the last time. */
export interface FileToCheck {
  fileId: number;
  documentId: string;
  known: string | null;
  analysedAt: string | null;
  /** The last analysis did not find the file. */
  isMissed: boolean;
}

/** What a look at a file's bytes from outside found. */
export type FileLook =
  | { state: 'there'; fingerprint: string; changedAt: Date | null }
  | { state: 'gone' }
  | { state: 'unknown' };

/** What is remembered of a look. */
export interface NotedLook {
  fileId: number;
  fingerprint: string | null;
}

const answerMs = 10_000;

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
    // An address that was signed for reading answers to nothing else: one byte is read for what comes with it.
    const reply = await fetch(url, {
      headers: { range: 'bytes=0-0', 'accept-encoding': 'identity' },
      signal: AbortSignal.timeout(answerMs),
    });
    await reply.body?.cancel();
    if (reply.status === 404 || reply.status === 410) return { state: 'gone' };
    const tag = reply.headers.get('etag') ?? reply.headers.get('last-modified');
    if (!reply.ok || !tag) return { state: 'unknown' };
    const whole = reply.headers.get('content-range')?.split('/')[1];
    const fingerprint = `${tag}:${whole ?? reply.headers.get('content-length') ?? ''}`;
    return { state: 'there', fingerprint, changedAt: null };
  };

  return {
    /** Files of analysed assets, and of those whose file was gone, those that were not looked at for longest first. */
    due(limit: number): Promise<FileToCheck[]> {
      return sql(
        `SELECT f.id AS "fileId", a.document_id AS "documentId", nullif(c.fingerprint, '') AS known, a.analysis->>'at' AS "analysedAt",
           a.analysis_status = 'failed' AS "isMissed"
         FROM reference_assets a JOIN files f ON f.id = a.file_id
           LEFT JOIN reference_asset_file_checks c ON c.file_id = f.id
         WHERE a.analysis_status = 'done' OR (a.analysis_status = 'failed' AND a.analysis->'error'->>'code' = 'file-gone')
         ORDER BY c.checked_at NULLS FIRST, f.id LIMIT ?`,
        [limit],
      );
    },

    /** Looks at a file without reading it: size and time on this machine, tag and length at a remote provider. */
    async look(file: FileRow): Promise<FileLook> {
      const local = files.localPath(file);
      // A provider that does not answer says nothing about its files.
      return local ? lookLocally(local) : lookAfar(file).catch(() => ({ state: 'unknown' }));
    },

    /**
     * Remembers that files of assets were looked at, what they look like now, null where that could not be told, and
     * whose they are.
     */
    async note(all: readonly NotedLook[]): Promise<void> {
      if (all.length === 0) return;
      // One statement writes a row once; a file that two assets share is looked at for each.
      const looks = [...new Map(all.map((look) => [look.fileId, look])).values()];
      await sql(
        `INSERT INTO reference_asset_file_checks AS c (file_id, fingerprint, owner)
         SELECT l.id, coalesce(l.fingerprint, ''), a.owner FROM unnest(?::int[], ?::text[]) AS l(id, fingerprint)
           CROSS JOIN LATERAL (SELECT owner FROM reference_assets WHERE file_id = l.id ORDER BY id LIMIT 1) a
         ON CONFLICT (file_id) DO UPDATE
           SET fingerprint = coalesce(nullif(EXCLUDED.fingerprint, ''), c.fingerprint), owner = EXCLUDED.owner, checked_at = now()`,
        [looks.map(({ fileId }) => fileId), looks.map(({ fingerprint }) => fingerprint)],
      );
    },

    /** The API user whose private asset a file was when it was last looked at; null for shared ones and files without a look. */
    async ownerOf(fileId: number): Promise<string | null> {
      const [row] = await sql<{ owner: string | null }>(
        `SELECT owner FROM reference_asset_file_checks WHERE file_id = ?`,
        [fileId],
      );
      return row?.owner ?? null;
    },
  };
};
export type FileChecks = ReturnType<typeof createFileChecks>;
