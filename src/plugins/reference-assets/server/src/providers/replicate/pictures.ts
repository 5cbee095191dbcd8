import { openPicture, type PictureFile } from '../picture-file';
import { dataUri, longestDataUriBytes } from '../transport/data-uri';
import type { Link } from '../transport/link';
import { filesOf } from '../generation-input';
import type { GenerationRequest } from '../generation-ports';
import { storedFile } from './wire';

/** SHA-256 of a request's pictures by the vendor's field, in order. */
export type PictureHashes = Record<string, string[]>;

export const hashesOf = async (request: GenerationRequest): Promise<PictureHashes> => {
  const hashes: PictureHashes = {};
  for (const { field, paths } of filesOf(request))
    hashes[field] = await Promise.all(paths.map(async (path) => (await openPicture(path)).sha256));
  return hashes;
};

/**
 * Puts a request's pictures where the vendor can read them: small ones into the request itself, larger ones into its
 * file store.
 *
 * Shape: the vendor's field to an address, or to a list of addresses where it takes a list.
 */
export const createPictures = (link: Link) => {
  const upload = async (
    { bytes, mime, ext, sha256 }: PictureFile,
    nonce: string,
    signal?: AbortSignal,
  ) => {
    const form = new FormData();
    form.append(
      'content',
      new Blob([new Uint8Array(bytes)], { type: mime }),
      `${sha256.slice(0, 16)}${ext}`,
    );
    const metadata = JSON.stringify({ nonce, sha256 });
    form.append('metadata', new Blob([metadata], { type: 'application/json' }));
    const stored = await link.send({
      operation: 'upload',
      lane: 'replicate.read',
      method: 'POST',
      path: '/files',
      form,
      reply: storedFile,
      signal,
    });
    return stored.urls.get;
  };

  return {
    async send(request: GenerationRequest, signal?: AbortSignal) {
      const input: Record<string, string | string[]> = {};
      for (const { field, list, paths } of filesOf(request)) {
        const addresses: string[] = [];
        for (const path of paths) {
          const picture = await openPicture(path);
          const inline = picture.bytes.byteLength <= longestDataUriBytes;
          addresses.push(
            inline
              ? dataUri(picture.bytes, picture.mime)
              : await upload(picture, request.nonce, signal),
          );
        }
        input[field] = list ? addresses : addresses[0]!;
      }
      return input;
    },
  };
};
