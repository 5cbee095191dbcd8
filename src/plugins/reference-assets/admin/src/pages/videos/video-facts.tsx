import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { StateBadge } from '../../components/state-badge';
import { Flex, Typography } from '@strapi/design-system';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { QualityReport } from '../../../../shared/contracts/quality';
import type { Video } from '../../../../shared/contracts/videos';

/** How a video is made, with what, and what it cost. */
export const VideoFacts = ({ video }: { video: Video }) => {
  const t = useText();
  const { seconds, money, moment } = useUnits();
  return (
    <Section look="boxed" title={t('video.facts')}>
      <Facts
        facts={[
          [t('length.label'), seconds(video.durationSeconds)],
          [t('aspect.label'), video.aspectRatio],
          [t('tier.label'), t(`tier.${video.qualityTier}`)],
          [t('stop.label'), t(`stop.${video.stopAfter}`)],
          [t('video.estimated'), money(video.estimatedCostUsd)],
          [t('video.spent'), money(video.actualCostUsd)],
          [t('video.imageModel'), video.imageModelUsed],
          [t('video.videoModel'), video.videoModelUsed],
          [t('video.created'), moment(video.createdAt)],
        ]}
      />
    </Section>
  );
};

/** What was promised and what the file says; only what does not fit is spelled out. */
export const QualityFacts = ({ report }: { report: QualityReport }) => {
  const t = useText();
  const failed = report.checks.filter(({ passed }) => !passed);
  return (
    <Section
      look="boxed"
      title={t('quality.title')}
      action={
        <StateBadge tone={report.passed ? 'success' : 'danger'}>
          {t(report.passed ? 'quality.passed' : 'quality.failed')}
        </StateBadge>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography textColor="neutral600">
          {t('quality.summary', {
            passed: report.checks.length - failed.length,
            total: report.checks.length,
          })}
        </Typography>
        {failed.map(({ name, beatId, expected, actual }) => (
          <Typography key={`${name} ${beatId}`} textColor="neutral800">
            {t('quality.check', { name, expected: String(expected), actual: String(actual) })}
          </Typography>
        ))}
      </Flex>
    </Section>
  );
};
