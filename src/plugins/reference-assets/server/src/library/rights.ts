import type { AssetRow } from '../stores/asset-rows';

/**
 * Whether an asset may enter a video, as of the moment its row was read.
 *
 * Matching asks it, and every step of a video asks it again of rows it has just read, before anything is paid for.
 */
export const rightsAllow = ({ rightsStatus }: Pick<AssetRow, 'rightsStatus'>): boolean =>
  rightsStatus.usable;

/** Why an asset may not be used, as a sentence. */
export const rightsRefusal = ({
  name,
  rightsStatus,
}: Pick<AssetRow, 'name' | 'rightsStatus'>): string =>
  `"${name}" may not be used: ${rightsStatus.reason ?? 'its rights do not allow it'}.`;
