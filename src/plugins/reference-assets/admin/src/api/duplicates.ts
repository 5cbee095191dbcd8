import type { Asset } from '../../../shared/contracts/assets';
import type { DuplicateReport } from '../../../shared/contracts/duplicates';
import type { AssetUsage } from '../../../shared/contracts/usage';
import { LIST, route, studioApi, unwrap } from './studio-api';

const asset = (id: string) => ({ type: 'RefAsset' as const, id });

interface Pairing {
  /** The asset that is kept, or told apart from the others. */
  id: string;
  assetIds: string[];
}

const duplicateApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    getDuplicateReport: build.query<DuplicateReport, string>({
      query: (id) => route(`/assets/${id}`),
      transformResponse: (reply: { meta: DuplicateReport }) => reply.meta,
      providesTags: (_result, _error, id) => [asset(id), asset(LIST)],
    }),
    getAssetUsage: build.query<AssetUsage, string>({
      query: (id) => route(`/assets/${id}/usage`),
      transformResponse: unwrap<AssetUsage>,
      providesTags: (_result, _error, id) => [asset(id)],
    }),
    mergeAssets: build.mutation<Asset, Pairing & { newVersion?: boolean }>({
      query: ({ id, ...data }) => ({ url: route(`/assets/${id}/merge`), method: 'POST', data }),
      transformResponse: unwrap<Asset>,
      invalidatesTags: [asset(LIST), 'RefStatus'],
    }),
    distinguishAssets: build.mutation<unknown, Pairing>({
      query: ({ id, assetIds }) => ({
        url: route(`/assets/${id}/distinct`),
        method: 'POST',
        data: { assetIds },
      }),
      invalidatesTags: (_result, _error, { id }) => [asset(id)],
    }),
  }),
});

export const {
  useGetDuplicateReportQuery,
  useGetAssetUsageQuery,
  useMergeAssetsMutation,
  useDistinguishAssetsMutation,
} = duplicateApi;
