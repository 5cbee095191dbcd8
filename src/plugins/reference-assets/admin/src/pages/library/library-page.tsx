import { Layouts, Page } from '@strapi/strapi/admin';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import type { AssetFilter } from '../../api/assets';
import { AnalyseMany } from './analyse-many';
import { AssetDrawer } from './asset-drawer';
import { BrowseGrid } from './browse-grid';
import { DropOverlay } from './drop-overlay';
import { LibraryFilters } from './library-filters';
import { SearchGrid } from './search-grid';
import { UploadButton } from './upload-button';
import { useLibraryQuery } from './use-library-query';

/** The library: every brand asset with its live state, found by words and filters, grown by dropping files. */
export const LibraryPage = () => {
  const t = useText();
  const may = usePermission();
  const mayUpload = may('uploadAssets');
  const query = useLibraryQuery();
  const { q, assetType, isLogo, needsLook, status, openId, change, linkTo } = query;
  const filter: AssetFilter = {
    ...(assetType && { assetType }),
    ...(isLogo !== undefined && { isLogo }),
    ...(needsLook && { needsLook }),
    ...(status && { status }),
  };
  return (
    <Page.Main>
      <Page.Title>{t('library.title')}</Page.Title>
      <Layouts.Header
        title={t('library.title')}
        subtitle={t('library.subtitle')}
        primaryAction={mayUpload ? <UploadButton /> : undefined}
        secondaryAction={may('editAssets') && !q ? <AnalyseMany filter={filter} /> : undefined}
      />
      <Layouts.Content>
        <LibraryFilters {...query} />
        {q ? (
          <SearchGrid {...query} />
        ) : (
          <BrowseGrid key={JSON.stringify(filter)} filter={filter} linkTo={linkTo} />
        )}
      </Layouts.Content>
      <DropOverlay enabled={mayUpload} />
      {openId ? (
        <AssetDrawer key={openId} id={openId} onClose={() => change({ asset: null })} />
      ) : null}
    </Page.Main>
  );
};
