import { Box, Flex, Typography } from '@strapi/design-system';
import { keptPicture } from '../../../api/kept-pictures';
import { Notice } from '../../../components/notice';
import { Waiting } from '../../../components/waiting';
import { useErrorText } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import { LibraryEmpty } from '../library-empty';
import { isRanked, searchNames, type LibrarySearch } from '../library-search';
import { AssetGrid } from './asset-grid';
import type { useFound } from './use-found';
import type { Selection } from './use-selection';

interface FoundAssetsProps {
  search: LibrarySearch;
  found: ReturnType<typeof useFound>;
  selection: Selection | null;
  params: URLSearchParams;
  open: (documentId: string) => void;
}

/** How many there are, and what a search could not use. */
const Count = ({ search, found }: Pick<FoundAssetsProps, 'search' | 'found'>) => {
  const t = useText();
  const isGone = search.picture !== null && !keptPicture(search.picture);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingBottom={3}>
      <Typography variant="pi" textColor="neutral600" role="status" aria-live="polite">
        {t('library.count', { count: found.total })}
      </Typography>
      {isGone ? <Notice tone="warning">{t('find.picture.gone')}</Notice> : null}
      {isRanked(search) && found.vectors === null ? (
        <Notice>{t('library.search.wordsOnly')}</Notice>
      ) : null}
    </Flex>
  );
};

/** What the library shows for a search: the grid, or why there is none. */
export const FoundAssets = ({ search, found, selection, params, open }: FoundAssetsProps) => {
  const errorText = useErrorText();
  if (found.isWaiting) return <Waiting />;
  const narrowed = searchNames.some((name) => name !== 'order' && params.has(name));
  return (
    <Box>
      {found.error ? <Notice tone="danger">{errorText(found.error)}</Notice> : null}
      <Count search={search} found={found} />
      {found.total === 0 && !found.error ? (
        <LibraryEmpty filtered={narrowed || search.picture !== null} />
      ) : (
        <AssetGrid
          search={search}
          found={found}
          selection={selection}
          params={params}
          open={open}
        />
      )}
    </Box>
  );
};
