import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { Video } from '../../../../shared/contracts/videos';

/** How a video is made, with what, and what it cost. */
export const VideoFacts = ({ video }: { video: Video }) => {
  const t = useText();
  const { seconds, money, price, moment } = useUnits();
  const { disclosure, aspectMismatch } = video;
  const models = disclosure?.models.join(', ');
  return (
    <Section look="boxed" title={t('video.facts')}>
      <Facts
        facts={[
          [t('length.label'), seconds(video.durationSeconds)],
          [t('aspect.label'), video.aspectRatio],
          [t('resolution.label'), video.resolution],
          [t('mismatch.label'), aspectMismatch && t(`mismatch.${aspectMismatch}`)],
          [t('tier.label'), t(`tier.${video.qualityTier}`)],
          [t('stop.label'), t(`stop.${video.stopAfter}`)],
          [t('video.estimated'), price(video.estimatedCostUsd)],
          [t('video.spent'), money(video.actualCostUsd)],
          [t('video.imageModel'), video.imageModelUsed],
          [t('video.videoModel'), video.videoModelUsed],
          [
            t('making.label'),
            disclosure && t(`making.${disclosure.digitalSourceType}`, { models }),
          ],
          [t('frameLabel.label'), disclosure?.label],
          [t('making.signed'), disclosure && t(disclosure.signed ? 'yes' : 'no')],
          [t('video.created'), moment(video.createdAt)],
        ]}
      />
    </Section>
  );
};
