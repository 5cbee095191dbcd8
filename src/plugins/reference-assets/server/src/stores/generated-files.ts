import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import type { FileIntents } from './file-intents';
import { generatedMark, type FileRow } from './media-files';

/** Something made by the plugin that belongs into the media library. `hash` names it: same input, same name. */
export interface GeneratedFile {
  hash: string;
  ext: string;
  mime: string;
  name: string;
  /** Bytes, or the path of a file that holds them. */
  content: Buffer | { path: string };
  width?: number;
  height?: number;
  /** Belongs to nothing of ours: it stays in the media library until a person removes it. */
  standsAlone?: boolean;
}

const folderName = 'Reference Assets (generated)';

/**
 * Writing side for what the plugin makes: bytes first, then rows and links in one transaction.
 *
 * The names follow from the input, so a step repeated after a kill overwrites its own file; the intent noted
 * before the bytes lets reconcile remove a file whose step never came back.
 */
export const createGeneratedFiles = (strapi: Core.Strapi, intents: FileIntents, holder: string) => {
  const folderOf = async (): Promise<{ id: number; path: string }> => {
    const store = strapi.store({ type: 'plugin', name: 'reference-assets' });
    const remembered = (await store.get({ key: 'generated-folder' })) as number | null;
    const known =
      remembered && (await strapi.db.query(uids.folder).findOne({ where: { id: remembered } }));
    if (known) return known;
    const named = await strapi.db
      .query(uids.folder)
      .findOne({ where: { name: folderName, parent: null } });
    const folder =
      named ??
      (await strapi.plugin('upload').service('folder').create({ name: folderName, parent: null }));
    await store.set({ key: 'generated-folder', value: folder.id });
    return folder;
  };
  let folder: Promise<{ id: number; path: string }> | undefined;

  const write = async (file: GeneratedFile) => {
    const sizeBytes = Buffer.isBuffer(file.content)
      ? file.content.length
      : (await stat(file.content.path)).size;
    await intents.note({ hash: file.hash, ext: file.ext, holder, formats: false });
    const content = file.content;
    const entity = {
      name: file.name,
      hash: file.hash,
      ext: file.ext,
      mime: file.mime,
      size: Math.round((sizeBytes / 1000) * 100) / 100,
      width: file.width ?? null,
      height: file.height ?? null,
      url: '',
      provider_metadata: {} as Record<string, unknown> | null,
      getStream: () =>
        Buffer.isBuffer(content) ? Readable.from([content]) : createReadStream(content.path),
    };
    await strapi.plugin('upload').service('provider').upload(entity);
    const { getStream: _getStream, ...values } = entity;
    const metadata = {
      ...values.provider_metadata,
      ...(!file.standsAlone && generatedMark),
      sizeBytes,
    };
    return { ...values, provider_metadata: metadata };
  };

  /** Keeps one row per name: a repeated step finds the row its predecessor made. */
  const persist = async (
    values: Awaited<ReturnType<typeof write>>,
    into: { id: number; path: string },
  ) => {
    const provider = strapi.config.get<string>('plugin::upload.provider', 'local');
    const data = { ...values, provider, folder: into.id, folderPath: into.path };
    const query = strapi.db.query(uids.file);
    const earlier = (await query.findOne({ where: { hash: values.hash } })) as FileRow | null;
    return (
      earlier ? query.update({ where: { id: earlier.id }, data }) : query.create({ data })
    ) as Promise<FileRow>;
  };

  return {
    /**
     * Stores files and links them: `link` gets their rows, in order, inside the transaction that makes them.
     */
    async store(
      files: readonly GeneratedFile[],
      link: (saved: FileRow[]) => Promise<void>,
    ): Promise<void> {
      folder ??= folderOf();
      const into = await folder.catch((error: unknown) => {
        folder = undefined;
        throw error;
      });
      const written: Awaited<ReturnType<typeof write>>[] = [];
      for (const file of files) written.push(await write(file));
      await strapi.db.transaction(async () => {
        const saved: FileRow[] = [];
        for (const values of written) saved.push(await persist(values, into));
        await link(saved);
        await intents.strike(files.map((file) => file.hash));
      });
    },
  };
};
export type GeneratedFiles = ReturnType<typeof createGeneratedFiles>;
