import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { CheckeredImage } from '../../components/checkered-image';
import { ProgressMeter } from '../../components/progress-meter';
import { useText } from '../../hooks/use-text';
import { frameSizes } from '../../../../shared/contracts/vocabulary';
import type { Video } from '../../../../shared/contracts/videos';
import { isWorking } from './video-state';

const Screen = styled.div<{ $ratio: number }>`
  /* A standing picture is as high as the window allows, not as wide as the page. */
  width: min(100%, ${({ $ratio }) => `calc(min(62vh, 64rem) * ${$ratio})`});
  margin-inline: auto;
  aspect-ratio: ${({ $ratio }) => $ratio};
  overflow: hidden;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
`;

/** Until there is a video: the newest picture of it, and how far it is. */
export const VideoPlayer = ({ video }: { video: Video }) => {
  const t = useText();
  const { width, height } = frameSizes[video.aspectRatio];
  const still = video.poster ?? video.beats?.find((beat) => beat.stillWithLogo)?.stillWithLogo;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {still ? (
        <Screen $ratio={width / height}>
          <CheckeredImage
            media={still}
            alt={t('video.still')}
            ratio={`${width} / ${height}`}
            checkered={false}
            fit="cover"
          />
        </Screen>
      ) : isWorking(video.status) ? null : (
        <Typography textColor="neutral600">{t('video.noVideoYet')}</Typography>
      )}
      <VideoProgress video={video} />
    </Flex>
  );
};

/** How far the making of a video is; nothing while nothing is made. */
export const VideoProgress = ({ video: { progress, status } }: { video: Video }) => {
  const t = useText();
  if (!isWorking(status)) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography textColor="neutral800" role="status">
        {t(`video.working.${status as 'queued'}`)} {t('video.progress', { ...progress })}
      </Typography>
      <ProgressMeter
        label={t('video.progress', { ...progress })}
        share={progress.total ? progress.done / progress.total : 0}
      />
    </Flex>
  );
};
