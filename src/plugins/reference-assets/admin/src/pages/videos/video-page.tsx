import { Flex, Grid, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useGetVideoQuery } from '../../api/videos';
import { Notice } from '../../components/notice';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import { BASE_PATH } from '../../plugin-id';
import type { Video } from '../../../../shared/contracts/videos';
import { frameSizes } from '../../../../shared/contracts/vocabulary';
import { ActivitySection } from './review/activity-section';
import { ReviewStudio } from './review/review-studio';
import { ShareSection } from './review/share-section';
import { VersionCompare } from './review/version-compare';
import { PlanEditor } from './plan/plan-editor';
import { DownloadsSection } from './downloads-section';
import { Storyboard } from './storyboard';
import { VideoActions } from './video-actions';
import { QualitySection } from './quality-section';
import { VideoFacts } from './video-facts';
import { VideoNotice } from './video-notice';
import { VideoBadge } from './video-state';

const titleLength = 40;

/** The brief as a title: its beginning, cut at a word. */
const titleOf = (prompt: string) =>
  prompt.length <= titleLength
    ? prompt
    : `${prompt.slice(0, titleLength).replace(/[\s,.;:]+\S*$/, '')}…`;

const VideoDetail = ({ video }: { video: Video }) => {
  const may = usePermission();
  const { width, height } = frameSizes[video.aspectRatio];
  const file = video.video;
  const isPlanning =
    may('createVideos') && video.status === 'awaiting_plan' && Boolean(video.beats?.length);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <VideoNotice video={video} />
      {isPlanning ? <PlanEditor key={video.documentId} video={video} /> : null}
      <ReviewStudio video={video} />
      {file ? <VersionCompare videoId={video.documentId} ratio={width / height} /> : null}
      <Storyboard video={video} />
      <Grid.Root gap={6}>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
          <VideoFacts video={video} />
          {video.qualityReport ? (
            <QualitySection report={video.qualityReport} beats={video.beats ?? []} />
          ) : null}
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
          {file ? <DownloadsSection video={video} /> : null}
          {may('shareVideos') && file ? <ShareSection videoId={video.documentId} /> : null}
          {may('readActivity') ? <ActivitySection videoId={video.documentId} /> : null}
        </Grid.Item>
      </Grid.Root>
    </Flex>
  );
};

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
