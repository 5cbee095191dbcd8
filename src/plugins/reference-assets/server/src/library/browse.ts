import { errors } from '@strapi/utils';
import type { AssetList } from '../../../shared/contracts/asset-search';
import type { Asset } from '../../../shared/contracts/assets';
import type { Pagination } from '../../../shared/contracts/problems';
import { toAsset, type AssetRow } from '../stores/asset-rows';
import type { Stores } from '../stores';
import { filterOf } from './search/filter-of';
import { mayChange, scopeOf, type Viewer } from './viewer';

/** Page arithmetic of a list reply. */
export const pagination = (
  list: { page: number; pageSize: number },
  total: number,
): Pagination => ({
  page: list.page,
  pageSize: list.pageSize,
  pageCount: Math.ceil(total / list.pageSize),
  total,
});

/** Looking at the library, a page or an asset at a time. */
export const createBrowse = ({
  assets,
  cards,
  rightsRules,
}: Pick<Stores, 'assets' | 'cards' | 'rightsRules'>) => ({
  async list(list: AssetList, viewer: Viewer): Promise<{ data: Asset[]; pagination: Pagination }> {
    const { page, pageSize, order } = list;
    const filter = { ...(await filterOf(list, viewer, rightsRules)), withRefused: true };
    const offset = (page - 1) * pageSize;
    const { ids, total } = await cards.page(filter, { offset, limit: pageSize, order });
    const rows = await cards.shown(ids, filter.scope);
    return { data: rows.map(toAsset), pagination: pagination(list, total) };
  },

  async get(documentId: string, viewer: Viewer): Promise<Asset> {
    return toAsset(await this.row(documentId, viewer));
  },

  /** The row itself; throws `NotFoundError` for what is not there and for what is not the viewer's to see. */
  async row(documentId: string, viewer: Viewer): Promise<AssetRow> {
    const row = await assets.find(documentId, scopeOf(viewer));
    if (!row) throw new errors.NotFoundError('There is no such asset.');
    return row;
  },

  /** The row, when the viewer may change it; `ForbiddenError` for the shared library's when it is not theirs. */
  async changeable(documentId: string, viewer: Viewer): Promise<AssetRow> {
    const row = await this.row(documentId, viewer);
    if (!mayChange(viewer, row.owner)) {
      throw new errors.ForbiddenError(
        'This asset belongs to the shared library; you may look at it only.',
      );
    }
    return row;
  },
});
export type Browse = ReturnType<typeof createBrowse>;
