import { Flex } from '@strapi/design-system';
import { useGetAssetQuery } from '../../api/assets';
import { Drawer } from '../../components/drawer';
import { Notice } from '../../components/notice';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import type { Asset } from '../../../../shared/contracts/assets';
import { AnalysisReport } from './analysis-report';
import { AssetActions } from './asset-actions';
import { AssetFacts } from './asset-facts';
import { AssetForm } from './asset-form';
import { AssetOrigins } from './asset-origins';
import { AssetPalette } from './asset-palette';
import { AssetPreview } from './asset-preview';
import { AssetTags } from './asset-tags';
import { DuplicateOffer } from './duplicate-offer';
import { LogoEvidence } from './logo-evidence';
import { SimilarStrip } from './similar-strip';

const Details = ({ asset, onMerged }: { asset: Asset; onMerged: () => void }) => {
  const mayEdit = usePermission()('editAssets');
  return (
    <Flex direction="column" alignItems="stretch" gap={8}>
      <AssetPreview asset={asset} />
      {mayEdit ? <DuplicateOffer id={asset.documentId} onMerged={onMerged} /> : null}
      <AnalysisReport asset={asset} />
      {mayEdit ? <AssetForm asset={asset} /> : null}
      <AssetPalette colors={asset.dominantColors} />
      <AssetTags asset={asset} />
      <AssetFacts asset={asset} />
      <LogoEvidence asset={asset} />
      <AssetOrigins asset={asset} />
      <SimilarStrip id={asset.documentId} />
    </Flex>
  );
};

interface AssetDrawerProps {
  id: string;
  onClose: () => void;
}

/** Everything that is known about one asset, beside the library. */
export const AssetDrawer = ({ id, onClose }: AssetDrawerProps) => {
  const t = useText();
  const errorText = useErrorText();
  const mayEdit = usePermission()('editAssets');
  const { data: asset, error } = useGetAssetQuery(id);
  return (
    <Drawer
      title={asset?.name ?? t('asset.title')}
      onClose={onClose}
      footer={asset && mayEdit ? <AssetActions asset={asset} onDeleted={onClose} /> : undefined}
    >
      {error && !asset ? <Notice tone="danger">{errorText(error)}</Notice> : null}
      {!asset && !error ? <Waiting /> : null}
      {asset ? <Details asset={asset} onMerged={onClose} /> : null}
    </Drawer>
  );
};
