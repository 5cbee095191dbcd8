import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useGetVideoQuery } from '../../api/videos';
import { Notice } from '../../components/notice';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { BASE_PATH } from '../../plugin-id';
import type { Video } from '../../../../shared/contracts/videos';
import { ReviewBar } from './review-bar';
import { Storyboard } from './storyboard';
import { VideoActions } from './video-actions';
import { VideoComments } from './video-comments';
import { QualityFacts, VideoFacts } from './video-facts';
import { VideoNotice } from './video-notice';
import { VideoPlayer } from './video-player';
import { VideoBadge } from './video-state';

const titleLength = 40;

/** The brief as a title: its beginning, cut at a word. */
const titleOf = (prompt: string) =>
  prompt.length <= titleLength
    ? prompt
    : `${prompt.slice(0, titleLength).replace(/[\s,.;:]+\S*$/, '')}…`;

const VideoDetail = ({ video }: { video: Video }) => (
  <Flex direction="column" alignItems="stretch" gap={6}>
    <VideoNotice video={video} />
    <Grid.Root gap={6}>
      <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
        <Box background="neutral0" padding={4} hasRadius shadow="tableShadow">
          <VideoPlayer video={video} />
        </Box>
        <ReviewBar video={video} />
      </Grid.Item>
      <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
        <VideoFacts video={video} />
        {video.qualityReport ? <QualityFacts report={video.qualityReport} /> : null}
      </Grid.Item>
    </Grid.Root>
    <Storyboard video={video} />
    <VideoComments video={video} />
  </Flex>
);

/** One video: where it stands, the film, its storyboard, its review. */
export const VideoPage = () => {
  const t = useText();
  const errorText = useErrorText();
  const { id = '' } = useParams();
  const { data: video, error } = useGetVideoQuery(id);
  return (
    <Page.Main>
      <Page.Title>{video ? titleOf(video.prompt) : t('video.title')}</Page.Title>
      <Layouts.Header
        title={video ? titleOf(video.prompt) : t('video.title')}
        navigationAction={<BackButton fallback={`${BASE_PATH}/videos`} />}
        primaryAction={video ? <VideoActions video={video} /> : undefined}
        subtitle={
          video ? (
            <Flex gap={3} alignItems="flex-start">
              <VideoBadge status={video.status} />
              {video.prompt.length > titleLength ? (
                <Typography tag="p" textColor="neutral600" paddingTop={1}>
                  {video.prompt}
                </Typography>
              ) : null}
            </Flex>
          ) : undefined
        }
      />
      <Layouts.Content>
        {error && !video ? <Notice tone="danger">{errorText(error)}</Notice> : null}
        {!video && !error ? <Waiting /> : null}
        {video ? <VideoDetail video={video} /> : null}
      </Layouts.Content>
    </Page.Main>
  );
};
