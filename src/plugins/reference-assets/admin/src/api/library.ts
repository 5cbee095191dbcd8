import type { Hit, SearchMeta } from '../../../shared/contracts/asset-search';
import type { Asset } from '../../../shared/contracts/assets';
import type {
  BulkEdit,
  LibraryChange,
  LibraryFacets,
  RemovalUses,
  UndoneChange,
} from '../../../shared/contracts/library';
import { keptPicture } from './kept-pictures';
import { LIST, route, studioApi, unwrap, type PageOf, type Query } from './studio-api';

/** A page of what the library shows: a list, or with `ranked` what a search found, best first. */
export interface FindRequest {
  conditions: Query;
  ranked: boolean;
  /** Name of a kept picture to search by. */
  picture: string | null;
  page: number;
  pageSize: number;
}
export interface FoundPage extends Pick<SearchMeta, 'notice'> {
  hits: Hit[];
  total: number;
  /** Model the vectors came from; null when words alone answered, undefined where nothing was searched. */
  vectors?: string | null;
}

type Reply = PageOf<Asset> | { data: Hit[]; meta: SearchMeta };

const asset = (id: string) => ({ type: 'RefAsset' as const, id });

const requestOf = ({ conditions, ranked, picture, page, pageSize }: FindRequest) => {
  if (!ranked) return route('/assets', { ...conditions, page, pageSize });
  const url = route('/assets/search', { ...conditions, page, limit: pageSize });
  const file = picture ? keptPicture(picture) : undefined;
  if (!file) return url;
  const data = new FormData();
  data.append('image', file, file.name);
  return { url, method: 'POST' as const, data };
};

const foundOf = ({ data, meta }: Reply): FoundPage =>
  'pagination' in meta
    ? {
        hits: (data as Asset[]).map((one) => ({ asset: one, score: 1, matched: {}, reasons: [] })),
        total: meta.pagination.total,
      }
    : { hits: data as Hit[], total: meta.total, vectors: meta.vectors, notice: meta.notice };

const libraryApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    findAssets: build.query<FoundPage, FindRequest>({
      query: requestOf,
      transformResponse: foundOf,
      providesTags: (found) => [
        asset(LIST),
        ...(found?.hits ?? []).map((hit) => asset(hit.asset.documentId)),
      ],
    }),
    libraryFacets: build.query<LibraryFacets, void>({
      query: () => route('/assets/facets'),
      transformResponse: unwrap<LibraryFacets>,
      providesTags: [asset(LIST)],
    }),
    changeAssets: build.mutation<LibraryChange, BulkEdit>({
      query: (data) => ({ url: route('/assets/changes'), method: 'POST', data }),
      transformResponse: unwrap<LibraryChange>,
      invalidatesTags: (_result, _error, { assetIds }) => [asset(LIST), ...assetIds.map(asset)],
    }),
    undoChange: build.mutation<UndoneChange, string>({
      query: (id) => ({ url: route(`/assets/changes/${id}/undo`), method: 'POST' }),
      transformResponse: unwrap<UndoneChange>,
      invalidatesTags: ['RefAsset'],
    }),
    removeAssets: build.mutation<LibraryChange, string[]>({
      query: (assetIds) => ({ url: route('/assets/removals'), method: 'POST', data: { assetIds } }),
      transformResponse: unwrap<LibraryChange>,
      invalidatesTags: [asset(LIST), 'RefStatus'],
    }),
    removalUses: build.mutation<RemovalUses, string[]>({
      query: (assetIds) => ({
        url: route('/assets/removals/uses'),
        method: 'POST',
        data: { assetIds },
      }),
      transformResponse: unwrap<RemovalUses>,
    }),
    undoRemoval: build.mutation<UndoneChange, string>({
      query: (id) => ({ url: route(`/assets/removals/${id}/undo`), method: 'POST' }),
      transformResponse: unwrap<UndoneChange>,
      invalidatesTags: ['RefAsset', 'RefStatus'],
    }),
  }),
});

export const {
  useFindAssetsQuery,
  useLazyFindAssetsQuery,
  useLibraryFacetsQuery,
  useChangeAssetsMutation,
  useUndoChangeMutation,
  useRemoveAssetsMutation,
  useRemovalUsesMutation,
  useUndoRemovalMutation,
} = libraryApi;
