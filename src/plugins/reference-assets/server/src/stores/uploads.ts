import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { FileRow } from './media-files';
import { messageOf } from '../../../shared/message-of';

/** A file that a request left on disk. */
export interface UploadedFile {
  filepath: string;
  originalFilename: string | null;
  mimetype: string | null;
  size: number;
}

const isSpoken = (error: unknown): boolean =>
  error instanceof Error && 'name' in error && error.name in errors;

/** Strapi's own upload service, with its refusals made clear ones. */
export const createUploads = (strapi: Core.Strapi) => ({
  /**
   * Puts a request's file into the media library.
   *
   * Throws: Strapi's own `ApplicationError`s; `ValidationError` when the picture cannot be decoded, which Strapi
   *         itself would answer with 500.
   */
  async add(file: UploadedFile, user?: { id: number }): Promise<FileRow> {
    try {
      const [row] = await strapi
        .plugin('upload')
        .service('upload')
        .upload({ data: {}, files: file }, { user });
      return row as FileRow;
    } catch (error) {
      if (isSpoken(error)) throw error;
      const what = messageOf(error);
      strapi.log.warn(`upload refused: ${what}`);
      throw new errors.ValidationError(
        `"${file.originalFilename ?? 'file'}" could not be read as a picture.`,
      );
    }
  },
});
