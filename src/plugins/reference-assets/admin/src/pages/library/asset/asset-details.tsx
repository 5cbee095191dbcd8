import { Flex } from '@strapi/design-system';
import { usePermission } from '../../../hooks/use-permission';
import type { Asset } from '../../../../../shared/contracts/assets';
import { DuplicateQuestions } from '../duplicates/duplicate-question';
import { AnalysisReport } from './analysis-report';
import { AssetFacts } from './asset-facts';
import { AssetForm } from './asset-form';
import { AssetHistory } from './asset-history';
import { AssetLogoStyle } from './asset-logo-style';
import { AssetOrigins } from './asset-origins';
import { AssetPalette } from './asset-palette';
import { AssetPreview } from './asset-preview';
import { AssetTags } from './asset-tags';
import { AssetUses } from './asset-uses';
import { LogoEvidence } from './logo-evidence';
import { SimilarStrip } from './similar-strip';

/** What an asset looks like, and what looks like it. */
export const AssetLook = ({ asset }: { asset: Asset }) => (
  <Flex direction="column" alignItems="stretch" gap={8}>
    <AssetPreview asset={asset} />
    <AssetPalette colors={asset.dominantColors} />
    <SimilarStrip id={asset.documentId} />
  </Flex>
);

interface AssetWordsProps {
  asset: Asset;
  /** The asset went into another one. */
  onMerged: () => void;
}

/** What is known of an asset, by whom, and what happened to it. */
export const AssetWords = ({ asset, onMerged }: AssetWordsProps) => {
  const may = usePermission();
  return (
    <Flex direction="column" alignItems="stretch" gap={8}>
      {may('editAssets') ? <DuplicateQuestions id={asset.documentId} onMerged={onMerged} /> : null}
      <AnalysisReport asset={asset} />
      {may('editAssets') ? <AssetForm asset={asset} /> : null}
      <AssetTags asset={asset} />
      <AssetFacts asset={asset} />
      <LogoEvidence asset={asset} />
      {asset.isLogo && may('editAssets') ? <AssetLogoStyle asset={asset} /> : null}
      <AssetOrigins asset={asset} />
      <AssetUses id={asset.documentId} />
      {may('readActivity') ? <AssetHistory id={asset.documentId} /> : null}
    </Flex>
  );
};
