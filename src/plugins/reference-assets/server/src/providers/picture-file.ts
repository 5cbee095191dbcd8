import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { mediaKind } from './transport/media-kind';

/** A picture as it is sent, with what tells it from others. */
export interface PictureFile {
  bytes: Buffer;
  mime: string;
  /** With the dot. */
  ext: string;
  sha256: string;
}

/**
 * Reads a picture to be sent.
 *
 * Throws: `RangeError` when the file is no picture.
 */
export const openPicture = async (path: string): Promise<PictureFile> => {
  const bytes = await readFile(path);
  const found = mediaKind(bytes.subarray(0, 16));
  if (found?.kind !== 'image') throw new RangeError('expected a picture to send');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, mime: found.mime, ext: found.ext, sha256 };
};
