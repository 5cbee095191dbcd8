import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useElementOnScreen } from '@strapi/strapi/admin';
import { useListAssetsQuery, type AssetFilter } from '../../api/assets';
import { CardGrid } from '../../components/card-grid';
import { Notice } from '../../components/notice';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { AssetCard } from './asset-card';
import { LibraryEmpty } from './library-empty';
import type { LibraryQuery } from './use-library-query';

const pageSize = 48;

interface BrowseProps {
  filter: AssetFilter;
  linkTo: LibraryQuery['linkTo'];
}

// Each page is a question of its own: one changed asset asks for its page again, not for all of them.
const AssetPage = ({ filter, linkTo, page }: BrowseProps & { page: number }) => {
  const { data } = useListAssetsQuery({ ...filter, page, pageSize });
  return (
    <>
      {data?.data.map((asset) => (
        <AssetCard key={asset.documentId} asset={asset} to={linkTo(asset.documentId)} />
      ))}
    </>
  );
};

const More = ({ onMore }: { onMore: () => void }) => {
  const t = useText();
  const edge = useElementOnScreen<HTMLDivElement>((isSeen) => isSeen && onMore());
  return (
    <Flex ref={edge} justifyContent="center" padding={6}>
      <Button variant="tertiary" onClick={onMore}>
        {t('library.more')}
      </Button>
    </Flex>
  );
};

/** The library, newest first, going on as the person scrolls. Give it the filter as its `key`. */
export const BrowseGrid = ({ filter, linkTo }: BrowseProps) => {
  const [pages, setPages] = useState(1);
  const errorText = useErrorText();
  const { data, isLoading, isError, error, isFetching } = useListAssetsQuery({
    ...filter,
    page: pages,
    pageSize,
  });
  if (isError) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (isLoading && pages === 1) return <Waiting />;
  const total = data?.meta.pagination.total ?? 0;
  if (total === 0 && !isFetching) return <LibraryEmpty filtered={Object.keys(filter).length > 0} />;
  const hasMore = data !== undefined && pages < data.meta.pagination.pageCount && !isFetching;
  return (
    <>
      <CardGrid $min="20rem" data-testid="asset-grid">
        {Array.from({ length: pages }, (_, index) => (
          <AssetPage key={index} filter={filter} linkTo={linkTo} page={index + 1} />
        ))}
      </CardGrid>
      {hasMore ? <More onMore={() => setPages((count) => count + 1)} /> : null}
    </>
  );
};
