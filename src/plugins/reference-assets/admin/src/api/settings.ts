import type {
  Installation,
  ProviderTest,
  TestableProvider,
} from '../../../shared/contracts/installation';
import type { Account, AccountEdit, TopUp } from '../../../shared/contracts/money';
import type { SettingsEdit, StudioSettings } from '../../../shared/contracts/settings';
import { route, studioApi, unwrap } from './studio-api';

const settingsApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    // Strapi's own API has a `getSettings`; a second one of that name would take its place.
    getStudioSettings: build.query<StudioSettings, void>({
      query: () => route('/settings'),
      transformResponse: unwrap<StudioSettings>,
      providesTags: ['RefSettings'],
    }),
    changeStudioSettings: build.mutation<StudioSettings, SettingsEdit>({
      query: (data) => ({ url: route('/settings'), method: 'PUT', data }),
      transformResponse: unwrap<StudioSettings>,
      // The rules of rights say anew of every asset whether it may be used.
      invalidatesTags: ['RefSettings', 'RefAsset'],
    }),
    getInstallation: build.query<Installation, void>({
      query: () => route('/settings/installation'),
      transformResponse: unwrap<Installation>,
    }),
    testProvider: build.mutation<ProviderTest, TestableProvider>({
      query: (provider) => ({ url: route(`/providers/${provider}/test`), method: 'POST' }),
      transformResponse: unwrap<ProviderTest>,
    }),
    changeAccount: build.mutation<Account, { name: string; edit: AccountEdit }>({
      query: ({ name, edit }) => ({
        url: route(`/accounts/${encodeURIComponent(name)}`),
        method: 'PUT',
        data: edit,
      }),
      transformResponse: unwrap<Account>,
      invalidatesTags: ['RefStatus'],
    }),
    topUpAccount: build.mutation<Account, { name: string; topUp: TopUp; idempotencyKey: string }>({
      query: ({ name, topUp, idempotencyKey }) => ({
        url: route(`/accounts/${encodeURIComponent(name)}/top-up`),
        method: 'POST',
        data: topUp,
        config: { headers: { 'Idempotency-Key': idempotencyKey } },
      }),
      transformResponse: unwrap<Account>,
      invalidatesTags: ['RefStatus'],
    }),
  }),
});

export const {
  useGetStudioSettingsQuery,
  useChangeStudioSettingsMutation,
  useGetInstallationQuery,
  useTestProviderMutation,
  useChangeAccountMutation,
  useTopUpAccountMutation,
} = settingsApi;
