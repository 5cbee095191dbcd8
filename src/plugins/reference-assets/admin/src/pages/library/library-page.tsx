import { Layouts, Page } from '@strapi/strapi/admin';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import type { AssetFilter } from '../../api/assets';
import { AnalyseMany } from './analyse-many';
import { AssetDrawer } from './asset-drawer';
import { DropOverlay } from './drop-overlay';
import { LibraryToolbar } from './filters/library-toolbar';
import { FoundAssets } from './grid/found-assets';
import { useFound } from './grid/use-found';
import { useSelection } from './grid/use-selection';
import { isRanked, type LibrarySearch } from './library-search';
import { UploadButton } from './upload-button';
import { useLibraryQuery } from './use-library-query';

const filterOf = ({ assetType, logo, status }: LibrarySearch): AssetFilter => ({
  ...(assetType && { assetType }),
  ...(logo === 'yes' && { isLogo: true }),
  ...(logo === 'no' && { isLogo: false }),
  ...(logo === 'look' && { needsLook: true }),
  ...(status && { status }),
});

/** The library: every brand asset with its live state, found by words and filters, grown by dropping files. */
export const LibraryPage = () => {
  const t = useText();
  const may = usePermission();
  const query = useLibraryQuery();
  const { search, openId, params, change } = query;
  const found = useFound(search);
  const selection = useSelection();
  return (
    <Page.Main>
      <Page.Title>{t('library.title')}</Page.Title>
      <Layouts.Header
        title={t('library.title')}
        subtitle={t('library.subtitle')}
        primaryAction={may('uploadAssets') ? <UploadButton /> : undefined}
        secondaryAction={
          may('editAssets') && !isRanked(search) ? (
            <AnalyseMany filter={filterOf(search)} />
          ) : undefined
        }
      />
      <Layouts.Content>
        <LibraryToolbar {...query} />
        <FoundAssets
          search={search}
          found={found}
          selection={selection}
          params={params}
          open={(documentId) => change({ asset: documentId })}
        />
      </Layouts.Content>
      <DropOverlay enabled={may('uploadAssets')} />
      {openId ? (
        <AssetDrawer key={openId} id={openId} onClose={() => change({ asset: null })} />
      ) : null}
    </Page.Main>
  );
};
