import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import type { LinkProps } from 'react-router-dom';
import { CardLink, LinkedCard } from '../../components/card-grid';
import { CheckeredImage } from '../../components/checkered-image';
import { usePermission } from '../../hooks/use-permission';
import { useText, useWord } from '../../hooks/use-text';
import type { Asset } from '../../../../shared/contracts/assets';
import { AnalysisBadge, hasFailed } from './analysis-state';
import { RetryAnalysis } from './retry-analysis';

interface AssetCardProps {
  asset: Asset;
  to: LinkProps['to'];
  /** Why a search found it. */
  reason?: string;
}

const Trouble = ({ asset }: { asset: Asset }) => {
  const t = useText();
  const may = usePermission();
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="pi" textColor="danger700">
        {asset.analysis.error?.message ?? t('analysis.noReason')}
      </Typography>
      {may('editAssets') ? <RetryAnalysis asset={asset} label={t('action.retry')} /> : null}
    </Flex>
  );
};

/** An asset in the grid: what it looks like, what it is, and where its analysis stands. */
export const AssetCard = ({ asset, to, reason }: AssetCardProps) => {
  const word = useWord();
  const { analysis, assetType } = asset;
  return (
    <LinkedCard tag="li" data-testid="asset-card">
      <CheckeredImage
        media={asset.thumbnail ?? asset.file}
        alt={asset.description ?? asset.name}
        checkered={asset.hasTransparency ?? false}
        ratio="4 / 3"
      />
      <Flex direction="column" alignItems="stretch" gap={2} padding={3} grow={1}>
        <Typography tag="h2" variant="omega" fontWeight="bold" textColor="neutral800" ellipsis>
          <CardLink to={to}>{asset.name}</CardLink>
        </Typography>
        <Flex gap={2} wrap="wrap" minHeight="2.4rem">
          {assetType ? <Badge textColor="neutral800">{word('type', assetType)}</Badge> : null}
          {analysis.status === 'done' ? null : <AnalysisBadge status={analysis.status} />}
        </Flex>
        {reason ? (
          <Box>
            <Typography variant="pi" textColor="neutral600">
              {reason}
            </Typography>
          </Box>
        ) : null}
        {hasFailed(analysis) ? <Trouble asset={asset} /> : null}
      </Flex>
    </LinkedCard>
  );
};
