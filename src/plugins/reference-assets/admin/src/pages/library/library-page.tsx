import { Flex, LinkButton } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import { AnalyseMany } from './analyse-many';
import { AssetDrawer } from './asset/asset-drawer';
import { DropOverlay } from './drop-overlay';
import { LibraryToolbar } from './filters/library-toolbar';
import { FoundAssets } from './grid/found-assets';
import { useFound } from './grid/use-found';
import { useSelection } from './grid/use-selection';
import { ImportButton } from './import/import-button';
import { RunningImports } from './import/running-imports';
import { analysisFilterOf } from './library-search';
import { KeysHelp } from './keys-help';
import { SelectionBar } from './selection/selection-bar';
import { UploadButton } from './upload-button';
import { useLibraryKeys } from './use-library-keys';
import { useLibraryQuery } from './use-library-query';

/** The library: every brand asset with its live state, found by words and filters, grown by dropping files. */
export const LibraryPage = () => {
  const t = useText();
  const may = usePermission();
  const query = useLibraryQuery();
  const { search, openId, params, change } = query;
  const found = useFound(search);
  const selection = useSelection();
  const { showsHelp, hideHelp, before, after } = useLibraryKeys(query, found, selection);
  const toAnalyse = may('editAssets') ? analysisFilterOf(search) : null;
  return (
    <Page.Main>
      <Page.Title>{t('library.title')}</Page.Title>
      <Layouts.Header
        title={t('library.title')}
        subtitle={t('library.subtitle')}
        primaryAction={may('uploadAssets') ? <UploadButton /> : undefined}
        secondaryAction={
          <Flex gap={2}>
            <LinkButton tag={NavLink} variant="tertiary" startIcon={<Duplicate />} to="duplicates">
              {t('duplicates.title')}
            </LinkButton>
            {may('uploadAssets') ? <ImportButton /> : null}
            {toAnalyse ? <AnalyseMany filter={toAnalyse} /> : null}
          </Flex>
        }
      />
      <Layouts.Content>
        <RunningImports />
        <LibraryToolbar {...query} />
        <FoundAssets
          search={search}
          found={found}
          selection={selection}
          params={params}
          open={(documentId) => change({ asset: documentId })}
        />
        <SelectionBar selection={selection} change={change} />
      </Layouts.Content>
      <DropOverlay mayUpload={may('uploadAssets')} change={change} />
      {openId ? (
        <AssetDrawer
          id={openId}
          before={before}
          after={after}
          open={(id) => change({ asset: id }, { replace: true })}
          onClose={() => change({ asset: null })}
        />
      ) : null}
      {showsHelp ? <KeysHelp onClose={hideHelp} /> : null}
    </Page.Main>
  );
};
