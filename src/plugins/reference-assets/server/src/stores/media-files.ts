import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import { ProviderError } from '../errors';
import type { RunSql } from './sql';
import { wantedSql } from './unwanted-files';

/** A row of the media library, as far as we read it. `size` is in kB as Strapi keeps it. */
export interface FileRow {
  id: number;
  documentId: string;
  name: string;
  hash: string;
  ext: string | null;
  mime: string;
  size: number;
  width: number | null;
  height: number | null;
  url: string;
  caption: string | null;
  alternativeText: string | null;
  provider: string;
  provider_metadata: Record<string, unknown> | null;
  isUrlSigned?: boolean;
}

/** Marks a file as made by us, in a column that Strapi hands through untouched. */
export const generatedMark = { generatedBy: 'reference-assets' } as const;

/** Whether a file was made by the plugin (a thumbnail, a still, a clip) rather than brought by a person. */
export const isGenerated = (file: Pick<FileRow, 'provider_metadata'>): boolean =>
  file.provider_metadata?.generatedBy === generatedMark.generatedBy;

/** Size of a file: exact for what we made, else as near as Strapi's column (kB, two decimals) says. */
export const sizeBytesOf = (file: Pick<FileRow, 'size' | 'provider_metadata'>): number => {
  const exact = file.provider_metadata?.sizeBytes;
  return isGenerated(file) && typeof exact === 'number' ? exact : Math.round(file.size * 1000);
};

/** Extensions of what may be a picture, whatever type it claims. */
const pictureExtensions = [
  '.jpg',
  '.jpeg',
  '.png',
  '.webp',
  '.avif',
  '.gif',
  '.svg',
  '.tif',
  '.tiff',
  '.bmp',
  '.heic',
];

/** Pictures `f` of people that may get an asset and have none, as SQL. */
export const untaken = {
  text: `coalesce(f.provider_metadata->>'generatedBy', '') <> ?
    AND (f.mime LIKE 'image/%' OR lower(f.ext) = ANY(?))
    AND NOT EXISTS (SELECT 1 FROM reference_assets a WHERE a.file_id = f.id)
    AND NOT EXISTS (SELECT 1 FROM reference_asset_merges m WHERE f.id = ANY(m.file_ids))
    AND ${wantedSql}`,
  bindings: [generatedMark.generatedBy, pictureExtensions],
} as const;

/** Whether a file claims to be a picture, by type or by name; what it is, the analysis finds out. */
export const claimsToBePicture = (file: Pick<FileRow, 'mime' | 'name' | 'ext'>): boolean =>
  file.mime.startsWith('image/') ||
  pictureExtensions.includes((file.ext ?? path.extname(file.name)).toLowerCase());

const maxBytes = 300 * 1024 * 1024;

const download = async (url: string): Promise<Buffer> => {
  const fault = (code: 'unavailable' | 'bad-reply' | 'timeout', cause?: unknown) =>
    new ProviderError('the file could not be read from its upload provider', {
      provider: 'upload',
      operation: 'read',
      code,
      retryable: true,
      cause,
    });
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(60_000), redirect: 'follow' });
  } catch (error) {
    throw fault(
      error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'unavailable',
      error,
    );
  }
  if (!response.ok || !response.body)
    throw fault('bad-reply', new Error(`status ${response.status}`));
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    total += chunk.byteLength;
    if (total > maxBytes) throw fault('bad-reply', new Error(`more than ${maxBytes} bytes`));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Reading side of the media library. */
export const createMediaFiles = (strapi: Core.Strapi, sql: RunSql) => {
  const query = () => strapi.db.query(uids.file);
  const localPath = (file: FileRow): string | null => {
    if (file.provider !== 'local') return null;
    const root = path.resolve(strapi.dirs.static.public);
    const full = path.resolve(root, `.${file.url}`);
    return full.startsWith(root + path.sep) ? full : null;
  };
  return {
    find: (id: number): Promise<FileRow | null> => query().findOne({ where: { id } }),

    /** Those of some files that are there, by id. */
    async some(ids: readonly number[]): Promise<Map<number, FileRow>> {
      const rows: FileRow[] = await query().findMany({ where: { id: { $in: [...ids] } } });
      return new Map(rows.map((row) => [row.id, row]));
    },

    /** Where a file lies on this machine, or null when it lies with a remote provider. */
    localPath,

    /** The file with a URL that its provider answers to for a while. */
    signed: async (file: FileRow): Promise<FileRow> =>
      (await strapi.plugin('upload').service('file').signFileUrls(file)) as FileRow,

    /** The bytes of a file, wherever its provider keeps them; `null` when they are gone. */
    async read(file: FileRow): Promise<Buffer | null> {
      const local = localPath(file);
      if (local) return (await stat(local).catch(() => null)) ? readFile(local) : null;
      return download((await this.signed(file)).url);
    },

    /**
     * Ids of pictures without an asset that entered the media library since a moment, or had one once, oldest first;
     * those of assets that a person removed or merged have none on purpose.
     */
    async withoutAsset(limit: number, since: Date, but: readonly number[]): Promise<number[]> {
      const rows = await sql<{ id: number }>(
        `SELECT f.id FROM files f
         WHERE ${untaken.text}
           AND (f.created_at >= ? OR EXISTS (SELECT 1 FROM reference_asset_file_checks c WHERE c.file_id = f.id))
           AND f.id <> ALL(?::int[])
         ORDER BY f.id LIMIT ?`,
        [...untaken.bindings, since, [...but], limit],
      );
      return rows.map((row) => row.id);
    },

    /** Ids of the files in a folder and below it. */
    async inFolder(folderId: number): Promise<number[]> {
      const folder = (await strapi.db.query(uids.folder).findOne({ where: { id: folderId } })) as {
        path: string;
      } | null;
      if (!folder) return [];
      const rows = await sql<{ id: number }>(
        `SELECT id FROM files WHERE folder_path = ? OR folder_path LIKE ? ORDER BY id`,
        [folder.path, `${folder.path}/%`],
      );
      return rows.map((row) => row.id);
    },

    /** Files made by us that no row points at any more. */
    async unlinkedGenerated(limit: number): Promise<number[]> {
      const rows = await sql<{ id: number }>(
        `SELECT f.id FROM files f
         WHERE f.provider_metadata->>'generatedBy' = ?
           AND NOT EXISTS (SELECT 1 FROM files_related_mph m WHERE m.file_id = f.id)
           AND NOT EXISTS (SELECT 1 FROM reference_asset_merges g WHERE f.id = ANY(g.file_ids))
         ORDER BY f.id LIMIT ?`,
        [generatedMark.generatedBy, limit],
      );
      return rows.map((row) => row.id);
    },

    /** Removes files, bytes and rows; those that are linked somewhere are left alone unless `evenLinked`. */
    async remove(ids: readonly number[], evenLinked = false): Promise<number> {
      let removed = 0;
      for (const id of ids) {
        const [used] = evenLinked
          ? []
          : await sql(`SELECT 1 AS used FROM files_related_mph WHERE file_id = ? LIMIT 1`, [id]);
        const file = used ? null : ((await query().findOne({ where: { id } })) as FileRow | null);
        if (!file) continue;
        await strapi.plugin('upload').service('upload').remove(file);
        removed += 1;
      }
      return removed;
    },
  };
};
export type MediaFiles = ReturnType<typeof createMediaFiles>;
