import { Box } from '@strapi/design-system';
import { useSearchAssetsQuery } from '../../api/assets';
import { CardGrid } from '../../components/card-grid';
import { Notice } from '../../components/notice';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { AssetCard } from './asset-card';
import { LibraryEmpty } from './library-empty';
import type { LibraryQuery } from './use-library-query';

const limit = 60;

/** What a search found, best first, each with its reason; says so when words alone answered. */
export const SearchGrid = ({ q, assetType, isLogo, linkTo }: LibraryQuery) => {
  const t = useText();
  const errorText = useErrorText();
  // The last answer stays on screen while the next one is asked for.
  const { data, isLoading, isError, error } = useSearchAssetsQuery({ q, assetType, isLogo, limit });
  if (isError) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (isLoading || !data) return <Waiting />;
  const { vectors, notice } = data.meta;
  const wordsOnly = notice ?? (vectors === null ? t('library.search.wordsOnly') : undefined);
  return (
    <>
      {wordsOnly ? (
        <Box paddingBottom={4}>
          <Notice>{wordsOnly}</Notice>
        </Box>
      ) : null}
      {data.data.length === 0 ? (
        <LibraryEmpty filtered />
      ) : (
        <CardGrid $min="20rem" data-testid="asset-grid">
          {data.data.map(({ asset, reasons }) => (
            <AssetCard
              key={asset.documentId}
              asset={asset}
              to={linkTo(asset.documentId)}
              reason={reasons[0]}
            />
          ))}
        </CardGrid>
      )}
    </>
  );
};
