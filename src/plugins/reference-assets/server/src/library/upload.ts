import { errors } from '@strapi/utils';
import type { Asset, AssetEdit } from '../../../shared/contracts/assets';
import type { DuplicateNotice } from '../../../shared/contracts/duplicates';
import { messageOf } from '../../../shared/message-of';
import type { MediaWorker } from '../media/media-worker';
import type { Stores } from '../stores';
import { toAsset } from '../stores/asset-rows';
import type { UploadedFile } from '../stores/uploads';
import { indexWords } from './index-words';
import type { Ingest } from './ingest';
import type { DuplicateNoticeReader } from './likeness/notice';
import { actorOf, ownerOf, type Viewer } from './viewer';
import { whatWasSaid } from './what-was-said';

type Needs = Pick<Stores, 'assets' | 'files' | 'uploads' | 'words' | 'activity'> & {
  ingest: Ingest;
  media: MediaWorker;
  notice: DuplicateNoticeReader;
  log: { warn(message: string): void };
};

/** What a request brought in, and what of it the library has already, as far as the bytes say. */
interface Brought {
  assets: Asset[];
  duplicates: DuplicateNotice[];
}

const problemOf = (file: UploadedFile): string | null => {
  const name = file.originalFilename ?? '';
  if (file.size === 0) return `"${name}" is empty.`;
  return name.length > 250 ? 'A file name may have 250 characters at most.' : null;
};

/** Pictures that come in through our own routes: Strapi's upload, then what was said about them. */
export const createUpload = ({
  assets,
  files: library,
  uploads,
  words,
  activity,
  ingest,
  media,
  notice,
  log,
}: Needs) => {
  /** Writes on the asset of a file what was said of it, at once: its analysis is under way already. */
  const claim = async (fileId: number, edit: AssetEdit, owner: string | null): Promise<void> => {
    const row = await assets.ofFile(fileId);
    if (!row) return;
    const said = whatWasSaid(edit);
    await assets.update(row.id, { ...said, owner, humanFields: Object.keys(said) });
    const claimed = await assets.find(row.documentId, { all: true });
    if (claimed) await indexWords(words, claimed);
  };

  return {
    /**
     * All files or none. Throws: `ValidationError` for a file that is empty, named too long or no picture; what else
     * Strapi refuses.
     */
    async bring(
      files: readonly UploadedFile[],
      edit: AssetEdit,
      viewer: Viewer,
      admin?: { id: number },
    ): Promise<Brought> {
      const problems = files.flatMap((file) => problemOf(file) ?? []);
      if (problems.length > 0) throw new errors.ValidationError(problems.join(' '));
      const owner = ownerOf(viewer);
      const ids: number[] = [];
      const duplicates: DuplicateNotice[] = [];
      const take = async (file: UploadedFile): Promise<void> => {
        // Read before Strapi moves it; its own optimising may change the bytes, which the analysis then finds out.
        const contentHash = await media.hash(file.filepath);
        const stored = await uploads.add(file, viewer.kind === 'admin' ? admin : undefined);
        ids.push(stored.id);
        await ingest.arrived(stored, owner, true);
        await claim(stored.id, edit, owner);
        const asset = await assets.ofFile(stored.id);
        if (asset)
          duplicates.push(...(await notice.sameBytes(asset.documentId, contentHash, viewer)));
      };
      try {
        for (const file of files) await take(file);
      } catch (error) {
        // Who is refused sends all of them again: what came before goes, and with it its assets, which are linked to it.
        // What cannot be removed stays as any other upload would; the reason of the refusal is what the caller is told.
        await library
          .remove(ids, true)
          .catch((failure) => log.warn(`files of a refused upload stay: ${messageOf(failure)}`));
        throw error;
      }
      const brought = (await assets.ofFiles(ids)).map(toAsset);
      for (const { documentId } of brought)
        await activity.add({ ...actorOf(viewer), action: 'uploaded', asset: documentId });
      return { assets: brought, duplicates };
    },
  };
};
