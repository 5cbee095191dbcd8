import { Flex, Typography } from '@strapi/design-system';
import { Notice } from '../../../components/notice';
import { useReason } from '../../../hooks/use-reason';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import type { Asset } from '../../../../../shared/contracts/assets';
import { AnalysisBadge, hasFailed } from '../analysis-state';

/** Who analysed the asset, when, how sure it is and what it cost; or why it could not. */
export const AnalysisReport = ({ asset: { analysis } }: { asset: Asset }) => {
  const t = useText();
  const reason = useReason();
  const { price, percent, moment } = useUnits();
  if (hasFailed(analysis)) {
    return (
      <Notice tone="danger" title={t(`analysis.${analysis.status}`)}>
        {reason(analysis.error)}
      </Notice>
    );
  }
  const told = [
    analysis.provider &&
      [analysis.provider, analysis.model, analysis.effort, analysis.promptVersion]
        .filter(Boolean)
        .join(' · '),
    analysis.at && moment(analysis.at),
    analysis.confidence !== null && t('asset.confidence', { share: percent(analysis.confidence) }),
    analysis.status === 'done' && price(analysis.costUsd),
  ].filter(Boolean);
  return (
    <Flex gap={3} wrap="wrap">
      <AnalysisBadge status={analysis.status} />
      <Typography variant="pi" textColor="neutral600">
        {told.join(' · ')}
      </Typography>
      {analysis.error ? (
        <Notice tone="warning" title={t('analysis.again')}>
          {reason(analysis.error)}
        </Notice>
      ) : null}
    </Flex>
  );
};
