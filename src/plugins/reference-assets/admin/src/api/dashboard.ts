import type { Dashboard } from '../../../shared/contracts/dashboard';
import type { Account, SpendingGroup, SpendingSummary } from '../../../shared/contracts/money';
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
  }),
});

export const { useGetDashboardQuery, useSumSpendingQuery, useListAccountsQuery } = dashboardApi;
