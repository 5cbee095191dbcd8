import { Button } from '@strapi/design-system';
import { ArrowClockwise, ArrowRight } from '@strapi/icons';
import { Notice } from '../../components/notice';
import { useReason } from '../../hooks/use-reason';
import { usePermission } from '../../hooks/use-permission';
import { useText, useWord } from '../../hooks/use-text';
import type { Video } from '../../../../shared/contracts/videos';
import { useVideoAction } from './use-video-action';

const Failure = ({ video }: { video: Video }) => {
  const t = useText();
  const word = useWord();
  const reason = useReason();
  const mayRetry = usePermission()('retryVideos');
  const { act, isLoading } = useVideoAction(video);
  const { error } = video;
  const title = error?.step
    ? t('video.failed.at', { step: word('step', error.step) })
    : t('video.status.failed');
  return (
    <Notice
      tone="danger"
      title={title}
      action={
        mayRetry ? (
          <Button startIcon={<ArrowClockwise />} loading={isLoading} onClick={() => act('retry')}>
            {t('action.retry')}
          </Button>
        ) : null
      }
    >
      {reason(error)}
    </Notice>
  );
};

const StopPoint = ({ video, at }: { video: Video; at: 'plan' | 'storyboard' }) => {
  const t = useText();
  const mayContinue = usePermission()('createVideos');
  const { act, isLoading } = useVideoAction(video);
  return (
    <Notice
      title={t(`video.waiting.${at}`)}
      action={
        mayContinue && at !== 'plan' ? (
          <Button endIcon={<ArrowRight />} loading={isLoading} onClick={() => act('continue')}>
            {t(`video.continue.${at}`)}
          </Button>
        ) : null
      }
    >
      {t(`video.waiting.${at}.detail`)}
    </Notice>
  );
};

/** What the person should know or do now: a failure with its reason, or a stop point with the way on. */
export const VideoNotice = ({ video }: { video: Video }) => {
  if (video.status === 'failed') return <Failure video={video} />;
  if (video.status === 'awaiting_plan') return <StopPoint video={video} at="plan" />;
  if (video.status === 'awaiting_storyboard') return <StopPoint video={video} at="storyboard" />;
  return null;
};
