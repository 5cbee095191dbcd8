import { Box, Grid, Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useNavigate, useParams } from 'react-router-dom';
import { useGetAssetQuery } from '../../../api/assets';
import { Notice } from '../../../components/notice';
import { useErrorText } from '../../../hooks/use-feedback';
import { usePermission } from '../../../hooks/use-permission';
import { useText, useWord } from '../../../hooks/use-text';
import { BASE_PATH } from '../../../plugin-id';
import { AssetActions } from './asset-actions';
import { AssetLook, AssetWords } from './asset-details';

const library = `${BASE_PATH}/library`;

/** One asset with everything that is known about it, on a page of its own. */
export const AssetPage = () => {
  const t = useText();
  const word = useWord();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const toLibrary = () => navigate(library);
  const mayEdit = usePermission()('editAssets');
  const { id = '' } = useParams();
  const { currentData: asset, error } = useGetAssetQuery(id);
  if (error && !asset) {
    return (
      <Page.Main>
        <Box padding={10}>
          <Notice tone="danger">{errorText(error)}</Notice>
        </Box>
      </Page.Main>
    );
  }
  if (!asset) return <Page.Loading />;
  return (
    <Page.Main>
      <Page.Title>{asset.name}</Page.Title>
      <Layouts.Header
        title={asset.name}
        subtitle={asset.assetType ? word('type', asset.assetType) : undefined}
        navigationAction={
          <Link tag={NavLink} startIcon={<ArrowLeft />} to={library}>
            {t('library.title')}
          </Link>
        }
      />
      <Layouts.Content>
        <Grid.Root key={asset.documentId} gap={8}>
          <Grid.Item col={6} xs={12} m={6} direction="column" alignItems="stretch">
            <Box background="neutral0" padding={6} hasRadius shadow="tableShadow">
              <AssetLook asset={asset} />
            </Box>
          </Grid.Item>
          <Grid.Item col={6} xs={12} m={6} direction="column" alignItems="stretch">
            <Box background="neutral0" padding={6} hasRadius shadow="tableShadow">
              <AssetWords asset={asset} onMerged={toLibrary} />
            </Box>
            {mayEdit ? <AssetActions asset={asset} onDeleted={toLibrary} /> : null}
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
};
