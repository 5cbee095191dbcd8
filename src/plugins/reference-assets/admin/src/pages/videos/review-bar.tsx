import { Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useState } from 'react';
import { useReviewVideoMutation } from '../../api/review';
import { ConfirmButton } from '../../components/confirm-button';
import { Section } from '../../components/section';
import { useFeedback } from '../../hooks/use-feedback';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import type { ReviewRequest, Video } from '../../../../shared/contracts/videos';
import { ReviewDialog } from './review-dialog';

/** Approve, ask for changes, or reject: shown to who may, while the video is in review. */
export const ReviewBar = ({ video }: { video: Video }) => {
  const t = useText();
  const report = useFeedback();
  const mayReview = usePermission()('reviewVideos');
  const [review] = useReviewVideoMutation();
  const [asking, setAsking] = useState<'request_changes' | 'reject' | null>(null);
  if (!mayReview || video.status !== 'in_review') return null;
  const decide = (decision: ReviewRequest) =>
    report(
      review({ id: video.documentId, review: decision }),
      t(`review.${decision.decision}.done`),
    );
  return (
    <Section look="boxed" title={t('review.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{t('review.hint')}</Typography>
        <Flex gap={2} wrap="wrap">
          <ConfirmButton
            variant="success"
            startIcon={<Check />}
            title={t('review.approve')}
            question={t('review.approve.question')}
            onConfirm={() => decide({ decision: 'approve' })}
          >
            {t('review.approve')}
          </ConfirmButton>
          <Button variant="tertiary" onClick={() => setAsking('request_changes')}>
            {t('review.request_changes')}
          </Button>
          <Button variant="danger-light" onClick={() => setAsking('reject')}>
            {t('review.reject')}
          </Button>
        </Flex>
      </Flex>
      {asking ? (
        <ReviewDialog
          decision={asking}
          beats={video.beats ?? []}
          onClose={() => setAsking(null)}
          onDecide={decide}
        />
      ) : null}
    </Section>
  );
};
