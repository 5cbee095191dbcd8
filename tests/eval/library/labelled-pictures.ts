import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AssetType } from '../../../src/plugins/reference-assets/shared/contracts/vocabulary';

/** One picture of a labelled folder, as its `manifest.json` describes it. */
export interface LabelledPicture {
  file: string;
  /** Where it comes from; pictures of one source resemble each other. */
  repo: string;
  asset_type: AssetType;
  is_logo: boolean;
  /** What it shows, in a few words. */
  caption: string;
  /** False where people would not agree on the type: only `is_logo` counts then. */
  type_scored: boolean;
}

/** The labelled pictures of a folder, with whole paths. */
export const labelledPictures = async (folder: string): Promise<LabelledPicture[]> => {
  const manifest = path.join(folder, 'manifest.json');
  const rows = JSON.parse(await readFile(manifest, 'utf8')) as LabelledPicture[];
  return rows.map((row) => ({ ...row, file: path.join(folder, row.file) }));
};
