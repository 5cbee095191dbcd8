import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { mediaUrl } from '../../api/backend';
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

  video {
    display: block;
    width: 100%;
    height: 100%;
  }
`;

/** The finished video; until then the newest picture of it and how far it is. */
export const VideoPlayer = ({ video }: { video: Video }) => {
  const t = useText();
  const { width, height } = frameSizes[video.aspectRatio];
  const { progress, status } = video;
  const still = video.poster ?? video.beats?.find((beat) => beat.stillWithLogo)?.stillWithLogo;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Screen $ratio={width / height}>
        {video.video ? (
          <video
            key={video.video.url}
            src={mediaUrl(video.video)}
            poster={video.poster ? mediaUrl(video.poster) : undefined}
            controls
            preload="metadata"
            aria-label={t('video.player', { prompt: video.prompt })}
          />
        ) : (
          <CheckeredImage
            media={still}
            alt={t('video.noVideoYet')}
            ratio={`${width} / ${height}`}
            checkered={false}
            fit="cover"
          />
        )}
      </Screen>
      {isWorking(status) ? (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography textColor="neutral800" role="status">
            {t(`video.working.${status as 'queued'}`)} {t('video.progress', { ...progress })}
          </Typography>
          <ProgressMeter
            label={t('video.progress', { ...progress })}
            share={progress.total ? progress.done / progress.total : 0}
          />
        </Flex>
      ) : null}
    </Flex>
  );
};
