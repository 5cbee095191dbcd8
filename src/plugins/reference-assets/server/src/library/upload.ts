import { errors } from '@strapi/utils';
import type { Asset, AssetEdit } from '../../../shared/contracts/assets';
import type { Stores } from '../stores';
import { toAsset } from '../stores/asset-rows';
import type { UploadedFile } from '../stores/uploads';
import { indexWords } from './index-words';
import type { Ingest } from './ingest';
import { actorOf, ownerOf, type Viewer } from './viewer';
import { whatWasSaid } from './what-was-said';

type Needs = Pick<Stores, 'assets' | 'uploads' | 'words' | 'activity'> & { ingest: Ingest };

const problemOf = (file: UploadedFile): string | null => {
  const name = file.originalFilename ?? '';
  if (file.size === 0) return `"${name}" is empty.`;
  return name.length > 250 ? 'A file name may have 250 characters at most.' : null;
};

/** Pictures that come in through our own routes: Strapi's upload, then what was said about them. */
export const createUpload = ({ assets, uploads, words, activity, ingest }: Needs) => {
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
    async bring(
      files: readonly UploadedFile[],
      edit: AssetEdit,
      viewer: Viewer,
      admin?: { id: number },
    ): Promise<Asset[]> {
      const problems = files.flatMap((file) => problemOf(file) ?? []);
      if (problems.length > 0) throw new errors.ValidationError(problems.join(' '));
      const owner = ownerOf(viewer);
      const ids: number[] = [];
      for (const file of files) {
        const stored = await uploads.add(file, viewer.kind === 'admin' ? admin : undefined);
        await ingest.arrived(stored, owner, true);
        await claim(stored.id, edit, owner);
        ids.push(stored.id);
      }
      const brought = (await assets.ofFiles(ids)).map(toAsset);
      for (const { documentId } of brought)
        await activity.add({ ...actorOf(viewer), action: 'uploaded', asset: documentId });
      return brought;
    },
  };
};
