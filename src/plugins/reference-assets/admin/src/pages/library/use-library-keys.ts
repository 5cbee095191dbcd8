import { useState } from 'react';
import { useKeys } from '../../hooks/use-keys';
import type { useFound } from './grid/use-found';
import type { Selection } from './grid/use-selection';
import type { LibraryQuery } from './use-library-query';

/** The asset before and after one in what a search found, as far as it is loaded. */
const around = (
  { hitAt, total }: Pick<ReturnType<typeof useFound>, 'hitAt' | 'total'>,
  documentId: string | null,
): { before?: string; after?: string } => {
  if (!documentId) return {};
  const idAt = (index: number) => hitAt(index)?.asset.documentId;
  for (let index = 0; index < total; index += 1)
    if (idAt(index) === documentId) return { before: idAt(index - 1), after: idAt(index + 1) };
  return {};
};

/** Keys of the whole library: to the search, from asset to asset, out of a selection, and the list of keys itself. */
export const useLibraryKeys = (
  query: Pick<LibraryQuery, 'openId' | 'change'>,
  found: ReturnType<typeof useFound>,
  selection: Pick<Selection, 'chosen' | 'clear'>,
) => {
  const { openId, change } = query;
  const [showsHelp, setShowsHelp] = useState(false);
  const { before, after } = around(found, openId);
  const openOther = (id: string | undefined) =>
    id ? () => change({ asset: id }, { replace: true }) : undefined;
  useKeys({
    '/': openId
      ? undefined
      : () => document.querySelector<HTMLElement>('[data-library-search]')?.focus(),
    j: openOther(after),
    k: openOther(before),
    '?': () => setShowsHelp(true),
    escape: !openId && selection.chosen.size > 0 ? selection.clear : undefined,
  });
  return { showsHelp, hideHelp: () => setShowsHelp(false), before, after };
};
