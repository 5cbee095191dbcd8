import type { SimilarQuery } from '../../../../shared/contracts/asset-search';
import type { RightsPolicy } from '../../../../shared/contracts/rights';
import type { AssetFilter } from '../../stores/asset-filter';
import { scopeOf, type Viewer } from '../viewer';

/** The conditions of a search as the stores take them, within what the viewer may see. */
export const filterOf = (
  query: Omit<SimilarQuery, 'page' | 'limit'>,
  viewer: Viewer,
  policy: RightsPolicy,
): AssetFilter => ({
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
  rights: query.rights && { is: query.rights, policy },
  status: query.status,
  needsLook: query.needsLook,
  corrected: query.corrected,
});
