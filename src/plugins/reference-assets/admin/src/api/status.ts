import type { SystemStatus } from '../../../shared/contracts/status';
import { route, studioApi, unwrap } from './studio-api';

const statusApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    getStatus: build.query<SystemStatus, void>({
      query: () => route('/status'),
      transformResponse: unwrap<SystemStatus>,
      providesTags: ['RefStatus'],
    }),
    reconcile: build.mutation<unknown, void>({
      query: () => ({ url: route('/reconcile'), method: 'POST' }),
      invalidatesTags: ['RefStatus'],
    }),
    resumeVendor: build.mutation<unknown, string>({
      query: (provider) => ({ url: route(`/providers/${provider}/resume`), method: 'POST' }),
      invalidatesTags: ['RefStatus'],
    }),
  }),
});

export const { useGetStatusQuery, useReconcileMutation, useResumeVendorMutation } = statusApi;
/** What was read of the status last, without asking for it. */
export const useKnownStatus = statusApi.endpoints.getStatus.useQueryState;
