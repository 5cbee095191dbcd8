import type { AnalysisEstimate, AnalysisRequest } from '../../../shared/contracts/analysis';
import type { Hit, SearchMeta } from '../../../shared/contracts/asset-search';
import type { Asset, AssetEdit } from '../../../shared/contracts/assets';
import type { ActivityEntry } from '../../../shared/contracts/reviews';
import type { AssetType } from '../../../shared/contracts/vocabulary';
import { LIST, route, studioApi, unwrap, type PageOf } from './studio-api';

export interface AssetFilter {
  assetType?: AssetType;
  isLogo?: boolean;
  status?: string;
  needsLook?: boolean;
}
export interface Found {
  data: Hit[];
  meta: SearchMeta;
}

const asset = (id: string) => ({ type: 'RefAsset' as const, id });

const assetApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    listAssets: build.query<PageOf<Asset>, AssetFilter & { page: number; pageSize: number }>({
      query: (filter) => route('/assets', { ...filter }),
      providesTags: (page) => [
        asset(LIST),
        ...(page?.data ?? []).map(({ documentId }) => asset(documentId)),
      ],
    }),
    searchAssets: build.query<
      Found,
      Omit<AssetFilter, 'status' | 'needsLook'> & { q: string; color?: string; limit: number }
    >({
      query: (search) => route('/assets/search', { ...search }),
      providesTags: (found) => [
        asset(LIST),
        ...(found?.data ?? []).map((hit) => asset(hit.asset.documentId)),
      ],
    }),
    getAsset: build.query<Asset, string>({
      query: (id) => route(`/assets/${id}`),
      transformResponse: unwrap<Asset>,
      providesTags: (_result, _error, id) => [asset(id)],
    }),
    similarAssets: build.query<Hit[], { id: string; limit: number }>({
      query: ({ id, limit }) => route(`/assets/${id}/similar`, { limit }),
      transformResponse: unwrap<Hit[]>,
      providesTags: (_result, _error, { id }) => [asset(id), asset(LIST)],
    }),
    assetActivity: build.query<PageOf<ActivityEntry>, { id: string; pageSize: number }>({
      query: ({ id, pageSize }) => route(`/assets/${id}/activity`, { pageSize }),
      providesTags: (_result, _error, { id }) => [asset(id)],
    }),
    recommendAssets: build.query<Hit[], { assetIds: string[]; limit: number }>({
      query: (data) => ({ url: route('/assets/recommend'), method: 'POST', data }),
      transformResponse: unwrap<Hit[]>,
      providesTags: [asset(LIST)],
    }),
    suggestAssets: build.query<Hit[], { text: string; limit: number }>({
      query: (data) => ({ url: route('/assets/suggest'), method: 'POST', data }),
      transformResponse: unwrap<Hit[]>,
      providesTags: [asset(LIST)],
    }),
    updateAsset: build.mutation<Asset, { id: string; edit: AssetEdit }>({
      query: ({ id, edit }) => ({
        url: route(`/assets/${id}`),
        method: 'PUT',
        data: { data: edit },
      }),
      transformResponse: unwrap<Asset>,
      invalidatesTags: (_result, _error, { id }) => [asset(id)],
    }),
    deleteAsset: build.mutation<unknown, string>({
      // The panel has asked, and shown where it is used.
      query: (id) => ({ url: route(`/assets/${id}`, { force: true }), method: 'DELETE' }),
      invalidatesTags: [asset(LIST), 'RefStatus'],
    }),
    analyseAsset: build.mutation<Asset, string>({
      query: (id) => ({ url: route(`/assets/${id}/analyse`), method: 'POST' }),
      transformResponse: unwrap<Asset>,
      invalidatesTags: (_result, _error, id) => [asset(id)],
    }),
    handBackField: build.mutation<Asset, { id: string; field: keyof AssetEdit }>({
      query: ({ id, field }) => ({
        url: route(`/assets/${id}/human-fields/${field}`),
        method: 'DELETE',
      }),
      transformResponse: unwrap<Asset>,
      invalidatesTags: (_result, _error, { id }) => [asset(id)],
    }),
    analyseMany: build.mutation<AnalysisEstimate, AnalysisRequest>({
      query: (request) => ({ url: route('/assets/analyse'), method: 'POST', data: request }),
      transformResponse: unwrap<AnalysisEstimate>,
      invalidatesTags: (_result, _error, { estimateOnly }) => (estimateOnly ? [] : [asset(LIST)]),
    }),
  }),
});

export const {
  useListAssetsQuery,
  useSearchAssetsQuery,
  useGetAssetQuery,
  useSimilarAssetsQuery,
  useAssetActivityQuery,
  useRecommendAssetsQuery,
  useSuggestAssetsQuery,
  useUpdateAssetMutation,
  useDeleteAssetMutation,
  useAnalyseAssetMutation,
  useHandBackFieldMutation,
  useAnalyseManyMutation,
} = assetApi;
