import type { SimilarQuery } from '../../../../shared/contracts/asset-search';
import type { Stores } from '../../stores';
import type { AssetFilter } from '../../stores/asset-filter';
import { scopeOf, type Viewer } from '../viewer';

/** The conditions of a search as the stores take them, within what the viewer may see. */
export const filterOf = async (
  query: Omit<SimilarQuery, 'page' | 'limit'>,
  viewer: Viewer,
  rules: Stores['rightsRules'],
): Promise<AssetFilter> => ({
  scope: scopeOf(viewer),
  assetType: query.assetType,
  isLogo: query.isLogo,
  orientation: query.orientation,
  hasTransparency: query.transparent,
  minWidth: query.minWidth,
  minHeight: query.minHeight,
  maxWidth: query.maxWidth,
  maxHeight: query.maxHeight,
  from: query.from,
  until: query.until,
  owner: query.owner,
  folder: query.folder,
  tags: query.tags,
  rights: query.rights && { is: query.rights, policy: await rules() },
  status: query.status,
  needsLook: query.needsLook,
  corrected: query.corrected,
});
