import type { SavedSearch, SavedSearchRequest } from '../../../shared/contracts/library';
import { route, studioApi, unwrap } from './studio-api';

const savedSearchApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    listSavedSearches: build.query<SavedSearch[], void>({
      query: () => route('/saved-searches'),
      transformResponse: unwrap<SavedSearch[]>,
      providesTags: ['RefSearch'],
    }),
    keepSearch: build.mutation<SavedSearch, SavedSearchRequest>({
      query: (data) => ({ url: route('/saved-searches'), method: 'POST', data }),
      transformResponse: unwrap<SavedSearch>,
      invalidatesTags: ['RefSearch'],
    }),
    removeSearch: build.mutation<unknown, string>({
      query: (id) => ({ url: route(`/saved-searches/${id}`), method: 'DELETE' }),
      invalidatesTags: ['RefSearch'],
    }),
  }),
});

export const { useListSavedSearchesQuery, useKeepSearchMutation, useRemoveSearchMutation } =
  savedSearchApi;
