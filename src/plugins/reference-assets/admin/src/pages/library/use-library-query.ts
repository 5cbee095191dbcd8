import { useMemo } from 'react';
import { useUrlState } from '../../hooks/use-url-state';
import { readSearch, searchNames } from './library-search';

const nothing = Object.fromEntries([...searchNames, 'picture'].map((name) => [name, null]));

/** What the library shows and which asset is open, both kept in the address. */
export const useLibraryQuery = () => {
  const [params, change] = useUrlState();
  const search = useMemo(() => readSearch(params), [params]);
  return {
    search,
    openId: params.get('asset'),
    params,
    change,
    /** Takes every condition away. */
    clear: () => change(nothing),
    /** Puts a kept search in the place of this one. */
    show: (text: string) =>
      change({ ...nothing, ...Object.fromEntries(new URLSearchParams(text)), asset: null }),
    linkTo: (documentId: string) => {
      const next = new URLSearchParams(params);
      next.set('asset', documentId);
      return { search: next.toString() };
    },
  };
};
export type LibraryQuery = ReturnType<typeof useLibraryQuery>;
