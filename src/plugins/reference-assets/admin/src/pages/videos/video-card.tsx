import { Badge, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { CardLink, LinkedCard } from '../../components/card-grid';
import { CheckeredImage } from '../../components/checkered-image';
import { ProgressMeter } from '../../components/progress-meter';
import { useReason } from '../../hooks/use-reason';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';
import type { Video } from '../../../../shared/contracts/videos';
import { isWorking, VideoBadge } from './video-state';

const Prompt = styled(Typography)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
`;

/** A video in the list: its poster, brief, phase, length, tier and price. */
export const VideoCard = ({ video }: { video: Video }) => {
  const t = useText();
  const { price, clock, moment } = useUnits();
  const reason = useReason();
  const { documentId, prompt, poster, status, progress, error, published } = video;
  const share = progress.total ? progress.done / progress.total : 0;
  return (
    <LinkedCard tag="li" data-testid="video-card">
      <CheckeredImage media={poster} alt="" ratio="16 / 9" checkered={false} />
      <Flex direction="column" alignItems="stretch" gap={3} padding={4} grow={1}>
        <Prompt tag="h2" variant="omega" fontWeight="bold" textColor="neutral800">
          <CardLink to={`${BASE_PATH}/videos/${documentId}`}>{prompt}</CardLink>
        </Prompt>
        <Flex gap={2} wrap="wrap">
          <VideoBadge status={status} />
          {published ? <Badge textColor="neutral800">{t('video.published')}</Badge> : null}
        </Flex>
        {isWorking(status) ? (
          <ProgressMeter label={t('video.progress', { ...progress })} share={share} />
        ) : null}
        {status === 'failed' ? (
          <Typography variant="pi" textColor="danger700">
            {reason(error)}
          </Typography>
        ) : null}
        <Flex gap={3} wrap="wrap" marginTop="auto">
          <Typography variant="pi" textColor="neutral600">
            {[
              clock(video.durationSeconds),
              video.aspectRatio,
              t(`tier.${video.qualityTier}`),
              price(isWorking(status) ? video.estimatedCostUsd : video.actualCostUsd),
              moment(video.createdAt),
            ].join(' · ')}
          </Typography>
        </Flex>
      </Flex>
    </LinkedCard>
  );
};
