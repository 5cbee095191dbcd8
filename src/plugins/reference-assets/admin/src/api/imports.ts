import type {
  ImportEstimate,
  ImportSelection,
  LibraryImport,
} from '../../../shared/contracts/imports';
import { LIST, route, studioApi, unwrap } from './studio-api';

/** A folder of Strapi's Media Library. */
interface MediaFolder {
  id: number;
  name: string;
}

const importApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    listImports: build.query<LibraryImport[], void>({
      query: () => route('/assets/imports'),
      transformResponse: unwrap<LibraryImport[]>,
      providesTags: [{ type: 'RefAsset', id: 'IMPORTS' }],
    }),
    mediaFolders: build.query<MediaFolder[], void>({
      query: () => '/upload/folders?pagination[pageSize]=-1&sort=name',
      transformResponse: unwrap<MediaFolder[]>,
    }),
    estimateImport: build.mutation<ImportEstimate, ImportSelection>({
      query: (data) => ({ url: route('/assets/imports/estimate'), method: 'POST', data }),
      transformResponse: unwrap<ImportEstimate>,
    }),
    startImport: build.mutation<LibraryImport, ImportSelection>({
      query: (data) => ({ url: route('/assets/imports'), method: 'POST', data }),
      transformResponse: unwrap<LibraryImport>,
      invalidatesTags: [{ type: 'RefAsset', id: 'IMPORTS' }],
    }),
    stopImport: build.mutation<LibraryImport, string>({
      query: (id) => ({ url: route(`/assets/imports/${id}/stop`), method: 'POST' }),
      transformResponse: unwrap<LibraryImport>,
      invalidatesTags: [
        { type: 'RefAsset', id: 'IMPORTS' },
        { type: 'RefAsset', id: LIST },
      ],
    }),
  }),
});

export const {
  useListImportsQuery,
  useMediaFoldersQuery,
  useEstimateImportMutation,
  useStartImportMutation,
  useStopImportMutation,
} = importApi;
/** What was read of the imports last, without asking for it. */
export const useKnownImports = importApi.endpoints.listImports.useQueryState;
