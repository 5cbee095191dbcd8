import { errors } from '@strapi/utils';
import type { Asset, AssetEdit } from '../../../shared/contracts/assets';
import type { Stores } from '../stores';
import { toAsset } from '../stores/asset-rows';
import type { UploadedFile } from '../stores/uploads';
import type { Ingest } from './ingest';
import { ownerOf, type Viewer } from './viewer';

type Needs = Pick<Stores, 'assets' | 'uploads'> & { ingest: Ingest };

const problemOf = (file: UploadedFile): string | null => {
  const name = file.originalFilename ?? '';
  if (file.size === 0) return `"${name}" is empty.`;
  return name.length > 250 ? 'A file name may have 250 characters at most.' : null;
};

/** Pictures that come in through our own routes: Strapi's upload, then what was said about them. */
export const createUpload = ({ assets, uploads, ingest }: Needs) => ({
  async bring(
    files: readonly UploadedFile[],
    edit: AssetEdit,
    viewer: Viewer,
    admin?: { id: number },
  ): Promise<Asset[]> {
    const problems = files.flatMap((file) => problemOf(file) ?? []);
    if (problems.length > 0) throw new errors.ValidationError(problems.join(' '));
    const owner = ownerOf(viewer);
    const rows = [];
    for (const file of files) {
      const stored = await uploads.add(file, viewer.kind === 'admin' ? admin : undefined);
      await ingest.arrived(stored, owner, true);
      const row = await assets.ofFile(stored.id);
      if (row) rows.push(row);
    }
    const claimed = { ...edit, owner, humanFields: Object.keys(edit) };
    for (const row of rows) await assets.update(row.id, claimed);
    return (await assets.ofFiles(rows.flatMap((row) => row.fileId ?? []))).map(toAsset);
  },
});
