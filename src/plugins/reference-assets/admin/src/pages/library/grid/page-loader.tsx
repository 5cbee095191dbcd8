import { useEffect } from 'react';
import type { Hit } from '../../../../../shared/contracts/asset-search';
import type { LibrarySearch } from '../library-search';
import { useFoundPage } from './use-found';

interface PageLoaderProps {
  search: LibrarySearch;
  page: number;
  keep: (search: LibrarySearch, page: number, hits: Hit[]) => void;
}

/** Asks for a page while its rows are near the screen, and keeps it true while they are. */
export const PageLoader = ({ search, page, keep }: PageLoaderProps) => {
  const { currentData } = useFoundPage(search, page);
  useEffect(() => {
    if (currentData) keep(search, page, currentData.hits);
  }, [currentData, keep, search, page]);
  return null;
};
