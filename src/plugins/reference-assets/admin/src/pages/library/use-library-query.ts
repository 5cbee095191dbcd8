import { useUrlState } from '../../hooks/use-url-state';
import { analysisStatuses, type AnalysisStatus } from '../../../../shared/contracts/assets';
import { assetTypes, type AssetType } from '../../../../shared/contracts/vocabulary';

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text);

/** What the library shows, kept in the address: words, type, logos, state of analysis, and the open asset. */
export const useLibraryQuery = () => {
  const [params, change] = useUrlState();
  const logo = params.get('logo');
  return {
    q: params.get('q') ?? '',
    assetType: oneOf<AssetType>(assetTypes, params.get('type')),
    isLogo: logo === 'yes' ? true : logo === 'no' ? false : undefined,
    needsLook: logo === 'look' ? true : undefined,
    status: oneOf<AnalysisStatus>(analysisStatuses, params.get('state')),
    openId: params.get('asset'),
    change,
    linkTo: (documentId: string) => {
      const next = new URLSearchParams(params);
      next.set('asset', documentId);
      return { search: next.toString() };
    },
  };
};
export type LibraryQuery = ReturnType<typeof useLibraryQuery>;
