import type {
  DuplicateGroup,
  DuplicateReport,
  DuplicateSummary,
  groupedClasses,
  Merge,
} from '../../../shared/contracts/duplicates';
import type { AssetUsage } from '../../../shared/contracts/usage';
import { LIST, route, studioApi, unwrap, type PageOf } from './studio-api';

const asset = (id: string) => ({ type: 'RefAsset' as const, id });

export type GroupedClass = (typeof groupedClasses)[number];
export interface DuplicatePage extends PageOf<DuplicateGroup> {
  meta: PageOf<DuplicateGroup>['meta'] & { summary: DuplicateSummary };
}
interface Pairing {
  /** The asset that is kept, or told apart from the others. */
  id: string;
  assetIds: string[];
}

const duplicateApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    listDuplicateGroups: build.query<DuplicatePage, { page: number; class?: GroupedClass }>({
      query: (list) => route('/assets/duplicate-groups', { ...list, pageSize: 10 }),
      providesTags: [asset(LIST)],
    }),
    reportDuplicates: build.query<DuplicateReport, string>({
      query: (id) => route(`/assets/${id}/duplicates`),
      transformResponse: unwrap<DuplicateReport>,
      providesTags: (_result, _error, id) => [asset(id), asset(LIST)],
    }),
    findUses: build.query<AssetUsage, string>({
      query: (id) => route(`/assets/${id}/usage`),
      transformResponse: unwrap<AssetUsage>,
      providesTags: (_result, _error, id) => [asset(id)],
    }),
    mergeDuplicates: build.mutation<Merge[], Pairing & { newVersion?: boolean }>({
      query: ({ id, ...data }) => ({ url: route(`/assets/${id}/merge`), method: 'POST', data }),
      transformResponse: (reply: { meta: { merges: Merge[] } }) => reply.meta.merges,
      invalidatesTags: (_result, _error, { id }) => [asset(LIST), asset(id), 'RefStatus'],
    }),
    tellApart: build.mutation<unknown, Pairing>({
      query: ({ id, assetIds }) => ({
        url: route(`/assets/${id}/distinct`),
        method: 'POST',
        data: { assetIds },
      }),
      invalidatesTags: (_result, _error, { id }) => [asset(id), asset(LIST)],
    }),
    listMerges: build.query<PageOf<Merge>, void>({
      query: () => route('/assets/merges', { page: 1, pageSize: 20 }),
      providesTags: [asset(LIST)],
    }),
    undoMerge: build.mutation<unknown, string>({
      query: (id) => ({ url: route(`/assets/merges/${id}/undo`), method: 'POST' }),
      invalidatesTags: ['RefAsset'],
    }),
  }),
});

export const {
  useListDuplicateGroupsQuery,
  useReportDuplicatesQuery,
  useFindUsesQuery,
  useMergeDuplicatesMutation,
  useTellApartMutation,
  useListMergesQuery,
  useUndoMergeMutation,
} = duplicateApi;
