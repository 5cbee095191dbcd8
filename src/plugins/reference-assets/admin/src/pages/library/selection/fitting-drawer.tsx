import { Box, Typography } from '@strapi/design-system';
import { useRecommendAssetsQuery } from '../../../api/assets';
import { CardGrid, CardLink, LinkedCard } from '../../../components/card-grid';
import { AssetPicture } from '../../../components/asset-picture';
import { Drawer } from '../../../components/drawer';
import { Notice } from '../../../components/notice';
import { Waiting } from '../../../components/waiting';
import { useErrorText } from '../../../hooks/use-feedback';
import { useSaid } from '../../../hooks/use-said';
import { useText } from '../../../hooks/use-text';
import { useLibraryQuery } from '../use-library-query';

/** How many assets say what kind is looked for; more would blur it. */
const mostExamples = 50;

interface FittingDrawerProps {
  ids: string[];
  onClose: () => void;
}

/** Assets of the library that fit the chosen ones, each with the reason. */
export const FittingDrawer = ({ ids, onClose }: FittingDrawerProps) => {
  const t = useText();
  const said = useSaid();
  const errorText = useErrorText();
  const { linkTo } = useLibraryQuery();
  const assetIds = ids.slice(-mostExamples);
  const { data, error } = useRecommendAssetsQuery({ assetIds, limit: 24 });
  return (
    <Drawer title={t('select.fitting')} onClose={onClose}>
      <Box paddingBottom={4}>
        <Typography textColor="neutral600">
          {t(data?.length === 0 ? 'select.fitting.none' : 'select.fitting.hint')}
        </Typography>
      </Box>
      {error ? <Notice tone="danger">{errorText(error)}</Notice> : null}
      {!data && !error ? <Waiting /> : null}
      <CardGrid $min="14rem">
        {data?.map(({ asset, reasons }) => (
          <LinkedCard tag="li" key={asset.documentId}>
            <AssetPicture asset={asset} />
            <Box padding={3}>
              <Typography tag="p" fontWeight="bold" textColor="neutral800" ellipsis>
                <CardLink to={linkTo(asset.documentId)} onClick={onClose}>
                  {asset.name}
                </CardLink>
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {reasons.map(said).join(' · ')}
              </Typography>
            </Box>
          </LinkedCard>
        ))}
      </CardGrid>
    </Drawer>
  );
};
