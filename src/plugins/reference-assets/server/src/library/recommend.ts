import type { Hit } from '../../../shared/contracts/asset-search';
import type { Search } from './search';
import type { Viewer } from './viewer';

/** Assets whose look fits a selection: nearest to the middle of its vectors, the selection itself left out. */
export const createRecommend = ({ search }: { search: Search }) => ({
  for: (assetIds: readonly string[], limit: number, viewer: Viewer): Promise<Hit[]> =>
    search.recommend(assetIds, { page: 1, limit }, viewer),
});
