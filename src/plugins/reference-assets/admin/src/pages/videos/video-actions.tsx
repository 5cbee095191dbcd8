import { Button, Flex } from '@strapi/design-system';
import { Cross, EarthStriked, PaperPlane } from '@strapi/icons';
import { ConfirmButton } from '../../components/confirm-button';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import type { Video } from '../../../../shared/contracts/videos';
import { useVideoAction } from './use-video-action';
import { isWaiting, isWorking } from './video-state';

/** Cancel, publish, unpublish: what the state and the person's role allow. */
export const VideoActions = ({ video }: { video: Video }) => {
  const t = useText();
  const may = usePermission();
  const { act, isLoading } = useVideoAction(video);
  const { status, published } = video;
  const canCancel = may('createVideos') && (isWorking(status) || isWaiting(status));
  const canPublish = may('publishVideos');
  return (
    <Flex gap={2}>
      {canCancel ? (
        <ConfirmButton
          variant="danger-light"
          startIcon={<Cross />}
          title={t('video.cancel')}
          question={t('video.cancel.question')}
          onConfirm={() => act('cancel')}
        >
          {t('video.cancel')}
        </ConfirmButton>
      ) : null}
      {canPublish && status === 'approved' && !published ? (
        <Button startIcon={<PaperPlane />} loading={isLoading} onClick={() => act('publish')}>
          {t('video.publish')}
        </Button>
      ) : null}
      {canPublish && published ? (
        <ConfirmButton
          variant="tertiary"
          startIcon={<EarthStriked />}
          title={t('video.unpublish')}
          question={t('video.unpublish.question')}
          onConfirm={() => act('unpublish')}
        >
          {t('video.unpublish')}
        </ConfirmButton>
      ) : null}
    </Flex>
  );
};
