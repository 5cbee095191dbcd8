import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AssetType } from '../../../shared/contracts/vocabulary';
import { StepFailure } from '../errors';
import { rightsAllow, rightsRefusal } from '../library/rights';
import type { Stores } from '../stores';
import type { AssetRow } from '../stores/asset-rows';
import type { FileRow } from '../stores/media-files';
import type { StoredReferences } from '../stores/video-rows';

type Needs = Pick<Stores, 'assets' | 'files'>;

/** A stored file as a path on this machine: its own where it lies here, else a copy in `folder`. */
export const fileOnDisk = async (
  { files }: Pick<Stores, 'files'>,
  file: FileRow,
  folder: string,
): Promise<string> => {
  const local = files.localPath(file);
  if (local) return local;
  const bytes = await files.read(file);
  if (!bytes)
    throw new StepFailure(
      'file-gone',
      `The file "${file.name}" is no longer where its upload provider kept it.`,
    );
  const copy = path.join(folder, `${file.id}${file.ext ?? ''}`);
  await writeFile(copy, bytes);
  return copy;
};

/** The chosen asset of each role, read again: one whose rights ended meanwhile stops the step. */
export const chosenAssets = async (
  { assets }: Pick<Stores, 'assets'>,
  references: StoredReferences | null,
): Promise<Partial<Record<AssetType, AssetRow>>> => {
  const chosen: Partial<Record<AssetType, AssetRow>> = {};
  for (const [role, reference] of Object.entries(references ?? {})) {
    if (!reference) continue;
    const row = await assets.find(reference.assetId, { all: true });
    if (!row?.file)
      throw new StepFailure(
        'asset-gone',
        `The ${role} chosen for this beat is no longer in the library.`,
      );
    if (!rightsAllow(row)) {
      throw new StepFailure('rights', rightsRefusal(row));
    }
    chosen[role as AssetType] = row;
  }
  return chosen;
};

/** What of an asset enters a step's input hash. */
export const assetInput = (row: AssetRow | undefined) =>
  row && { asset: row.documentId, bytes: row.contentHash, alpha: row.hasTransparency };

/** The picture of an asset as a layer of a still. */
export const layerOf = async (needs: Needs, row: AssetRow, folder: string) => ({
  path: await fileOnDisk(needs, row.file as FileRow, folder),
  hasTransparency: row.hasTransparency ?? false,
});
