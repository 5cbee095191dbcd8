import type { Dashboard } from '../../../shared/contracts/dashboard';
import type { Account, SpendingGroup, SpendingSummary } from '../../../shared/contracts/money';
import type { SettingsEdit, StudioSettings } from '../../../shared/contracts/settings';
import { LIST, route, studioApi, unwrap } from './studio-api';
import { video } from './videos';

interface SpendingReply {
  data: SpendingSummary['sums'];
  meta: Pick<SpendingSummary, 'totalUsd'>;
}

const dashboardApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    getDashboard: build.query<Dashboard, number>({
      query: (days) => route('/dashboard', { days }),
      transformResponse: unwrap<Dashboard>,
      providesTags: ['RefStatus', video(LIST)],
    }),
    sumSpending: build.query<SpendingSummary, { by: SpendingGroup; from: string }>({
      query: (query) => route('/spending/summary', query),
      transformResponse: ({ data, meta }: SpendingReply) => ({
        sums: data,
        totalUsd: meta.totalUsd,
      }),
      providesTags: ['RefStatus'],
    }),
    listAccounts: build.query<Account[], void>({
      query: () => route('/accounts'),
      transformResponse: unwrap<Account[]>,
      providesTags: ['RefStatus'],
    }),
    getSettings: build.query<StudioSettings, void>({
      query: () => route('/settings'),
      transformResponse: unwrap<StudioSettings>,
      providesTags: ['RefStatus'],
    }),
    changeSettings: build.mutation<StudioSettings, SettingsEdit>({
      query: (data) => ({ url: route('/settings'), method: 'PUT', data }),
      transformResponse: unwrap<StudioSettings>,
      invalidatesTags: ['RefStatus', video(LIST)],
    }),
  }),
});

export const {
  useGetDashboardQuery,
  useSumSpendingQuery,
  useListAccountsQuery,
  useGetSettingsQuery,
  useChangeSettingsMutation,
} = dashboardApi;
