import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { errors } from '@strapi/utils';
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

/** Runs work with a folder for files under way, which is gone afterwards. */
export type WithScratch = <T>(work: (folder: string) => Promise<T>) => Promise<T>;

/** A file on its way through Strapi's upload services; they add to it as they go. */
type Entity = Record<string, unknown> & { hash: string; ext: string };

const readable = (name: string): string =>
  path
    .basename(name, path.extname(name))
    .replace(/[^a-z0-9]+/gi, '_')
    .slice(0, 60);

/** Follows from the bytes and the name: bringing the same file twice is bringing it once. */
const hashOf = ({ name, sha256 }: BroughtFile): string =>
  `${readable(name)}_${createHash('sha256').update(`${sha256}:${name}`).digest('hex').slice(0, 16)}`;

/**
 * Brings files in by the steps of Strapi's own upload (`upload/server/src/services/upload.ts`: check, optimise,
 * formats, provider, row), which itself would give each file a random name and so leave an orphan when it is killed.
 */
export const createBroughtFiles = (
  strapi: Core.Strapi,
  intents: FileIntents,
  holder: string,
  withScratch: WithScratch,
) => {
  const service = (name: string) => strapi.plugin('upload').service(name);

  const prepare = async (file: BroughtFile, tmpWorkingDirectory: string): Promise<Entity> => {
    const { size } = await stat(file.path);
    const info = { filename: file.name, type: file.mime, size };
    const details = { name: file.name, caption: file.caption };
    const entity = (await service('upload').formatFileInfo(info, details, {
      tmpWorkingDirectory,
    })) as Entity;
    const stream = () => createReadStream(file.path);
    Object.assign(entity, { hash: hashOf(file), filepath: file.path, getStream: stream });
    const pictures = service('image-manipulation');
    if (!(await pictures.isImage(entity))) return entity;
    if (await pictures.isFaultyImage(entity))
      throw new errors.ApplicationError('File is not a valid image');
    return (await pictures.isOptimizableImage(entity)) ? pictures.optimize(entity) : entity;
  };

  const makeFormats = async (entity: Entity): Promise<Record<string, Entity>> => {
    const pictures = service('image-manipulation');
    if (!(await pictures.isResizableImage(entity))) return {};
    const thumbnail = (await pictures.generateThumbnail(entity)) as Entity | null;
    const sizes = (await pictures.generateResponsiveFormats(entity)) as ({
      key: string;
      file: Entity;
    } | null)[];
    const formats: Record<string, Entity> = thumbnail ? { thumbnail } : {};
    for (const one of sizes) if (one) formats[one.key] = one.file;
    return formats;
  };

  const write = async (entity: Entity): Promise<void> => {
    await service('provider').upload(entity);
    for (const key of ['getStream', 'tmpWorkingDirectory', 'filepath']) delete entity[key];
  };

  const store = async (file: BroughtFile, folder: string): Promise<FileRow> => {
    const entity = await prepare(file, folder);
    await service('provider').checkFileSize(entity);
    await intents.note({ hash: entity.hash, ext: entity.ext, holder, formats: true });
    const isPicture = await service('image-manipulation').isImage(entity);
    if (isPicture) Object.assign(entity, await service('image-manipulation').getDimensions(entity));
    const formats = isPicture ? await makeFormats(entity) : {};
    await write(entity);
    for (const format of Object.values(formats)) await write(format);
    const provider = strapi.config.get<string>('plugin::upload.provider', 'local');
    const data = { ...entity, formats, provider };
    const row = (await strapi.db.query(uids.file).create({ data })) as FileRow;
    await intents.strike([entity.hash]);
    strapi.eventHub.emit('media.create', { media: row });
    return row;
  };

  return {
    /** Throws: Strapi's `ApplicationError` and `PayloadTooLargeError` for what its upload would refuse. */
    async bring(file: BroughtFile): Promise<{ row: FileRow; isNew: boolean }> {
      const earlier = (await strapi.db
        .query(uids.file)
        .findOne({ where: { hash: hashOf(file) } })) as FileRow | null;
      if (earlier) return { row: earlier, isNew: false };
      const row = await withScratch((folder) => store(file, folder));
      return { row, isNew: true };
    },
  };
};
export type BroughtFiles = ReturnType<typeof createBroughtFiles>;
