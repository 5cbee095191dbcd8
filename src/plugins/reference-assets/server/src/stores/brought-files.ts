import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import type { FileIntents } from './file-intents';
import type { FileRow } from './media-files';

/** A picture on this machine that is to enter the media library. */
export interface BroughtFile {
  path: string;
  name: string;
  mime: string;
  sha256: string;
  caption?: string;
}

const readable = (name: string): string =>
  path
    .basename(name, path.extname(name))
    .replace(/[^a-z0-9]+/gi, '_')
    .slice(0, 60);

/**
 * Brings files in through Strapi's own upload service (so formats, provider and events are as for any upload),
 * under a name that follows from the bytes: bringing the same file twice is bringing it once.
 */
export const createBroughtFiles = (strapi: Core.Strapi, intents: FileIntents, holder: string) => ({
  async bring(file: BroughtFile): Promise<{ row: FileRow; isNew: boolean }> {
    const hash = `${readable(file.name)}_${createHash('sha256').update(`${file.sha256}:${file.name}`).digest('hex').slice(0, 16)}`;
    const earlier = (await strapi.db.query(uids.file).findOne({ where: { hash } })) as FileRow | null;
    if (earlier) return { row: earlier, isNew: false };
    const tmpWorkingDirectory = await mkdtemp(path.join(os.tmpdir(), 'reference-assets-'));
    try {
      const upload = strapi.plugin('upload').service('upload');
      const entity = await upload.enhanceAndValidateFile(
        {
          filepath: file.path,
          originalFilename: file.name,
          mimetype: file.mime,
          size: (await stat(file.path)).size,
          tmpWorkingDirectory,
        },
        { name: file.name, caption: file.caption },
        {},
      );
      entity.hash = hash;
      await intents.note({ hash, ext: entity.ext, holder, formats: true });
      const row = (await upload.uploadFileAndPersist(entity, {})) as FileRow;
      await intents.strike([hash]);
      return { row, isNew: true };
    } finally {
      await rm(tmpWorkingDirectory, { recursive: true, force: true });
    }
  },
});
export type BroughtFiles = ReturnType<typeof createBroughtFiles>;
