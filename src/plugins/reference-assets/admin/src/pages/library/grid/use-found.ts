import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLazyFindAssetsQuery, type FindRequest } from '../../../api/library';
import type { Hit } from '../../../../../shared/contracts/asset-search';
import { conditionsOf, isRanked, type LibrarySearch } from '../library-search';

/** What fills a large screen: more is asked for as a person scrolls. */
export const pageSize = 40;

const requestFor = (search: LibrarySearch, page: number): FindRequest => ({
  conditions: conditionsOf(search),
  ranked: isRanked(search),
  picture: search.picture,
  page,
  pageSize,
});

/** Asks for one page; a question that nobody waits for any more is ended. */
export const useFoundPage = (search: LibrarySearch, page: number) => {
  const [ask, answer] = useLazyFindAssetsQuery();
  const key = JSON.stringify(requestFor(search, page));
  useEffect(() => {
    const asking = ask(JSON.parse(key) as FindRequest, true);
    return () => asking.abort();
  }, [ask, key]);
  return answer;
};

interface Pages {
  of: LibrarySearch | null;
  hits: Record<number, Hit[]>;
}

/** What a search found, a page at a time; the last answer stays until the next one is there. */
export const useFound = (search: LibrarySearch) => {
  const first = useFoundPage(search, 1);
  const [pages, setPages] = useState<Pages>({ of: null, hits: {} });
  const keep = useCallback(
    (of: LibrarySearch, page: number, hits: Hit[]) =>
      setPages((before) => ({
        of,
        hits: { ...(before.of === of ? before.hits : {}), [page]: hits },
      })),
    [],
  );
  const { data, currentData, isFetching, isError, error } = first;
  const hitAt = useMemo(() => {
    const further = pages.of === search || !currentData ? pages.hits : {};
    return (index: number): Hit | undefined => {
      const page = Math.floor(index / pageSize) + 1;
      const hits = page === 1 ? data?.hits : further[page];
      return hits?.[index % pageSize];
    };
  }, [data, currentData, pages, search]);
  return {
    hitAt,
    keep,
    total: data?.total ?? 0,
    vectors: data?.vectors,
    notice: data?.notice,
    isWaiting: !data && (isFetching || !isError),
    isCurrent: currentData !== undefined,
    // A question that was ended by the next one is no failure.
    error: isError && (error as { name?: string }).name !== 'AbortError' ? error : null,
  };
};
