import type { Beat } from '../../../../shared/contracts/videos';
import { assetTypes, type AssetType } from '../../../../shared/contracts/vocabulary';

/**
 * The assets of a beat after one role changed hands; the mapping route takes the whole list.
 *
 * Shape: `role` null adds `assetId`; `assetId` null leaves the role empty.
 */
export const mappedAssets = (
  references: Beat['references'],
  role: AssetType | null,
  assetId: string | null,
): string[] => {
  const kept = assetTypes
    .filter((type) => type !== role)
    .flatMap((type) => references[type]?.asset.documentId ?? []);
  return [...new Set(assetId ? [...kept, assetId] : kept)];
};
