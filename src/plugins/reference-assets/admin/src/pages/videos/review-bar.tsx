import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, Check } from '@strapi/icons';
import { useState } from 'react';
import { useDecideMutation, useUndoDecisionMutation } from '../../api/review';
import { ConfirmButton } from '../../components/confirm-button';
import { Section } from '../../components/section';
import { useFeedback } from '../../hooks/use-feedback';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import type { Verb } from '../../permissions';
import type { Decision, DecisionRequest } from '../../../../shared/contracts/reviews';
import type { VideoStatus } from '../../../../shared/contracts/video-states';
import type { Video } from '../../../../shared/contracts/videos';
import { ReviewDialog } from './review-dialog';

const verbs: Record<Decision, Verb> = {
  approve: 'approveVideos',
  request_changes: 'sendBackVideos',
  reject: 'rejectVideos',
};
const decided: Partial<Record<VideoStatus, Decision>> = {
  approved: 'approve',
  changes_requested: 'request_changes',
  rejected: 'reject',
};

/** Takes the decision back that stands: by who may decide so, and not while the video is public. */
const Undo = ({ video, decision }: { video: Video; decision: Decision }) => {
  const t = useText();
  const report = useFeedback();
  const may = usePermission();
  const [undo] = useUndoDecisionMutation();
  if (!may(verbs[decision]) || (decision === 'approve' && video.published)) return null;
  const back = () => report(undo({ id: video.documentId, decision }), t('review.undo.done'));
  return (
    <Section look="boxed" title={t('review.title')}>
      <ConfirmButton
        variant="tertiary"
        startIcon={<ArrowClockwise />}
        title={t(`review.undo.${decision}`)}
        question={t('review.undo.question')}
        onConfirm={back}
      >
        {t(`review.undo.${decision}`)}
      </ConfirmButton>
    </Section>
  );
};

const Decide = ({ video, version }: { video: Video; version?: number }) => {
  const t = useText();
  const report = useFeedback();
  const may = usePermission();
  const [decide] = useDecideMutation();
  const [asking, setAsking] = useState<'request_changes' | 'reject' | null>(null);
  const id = video.documentId;
  const send = (decision: Decision, request: DecisionRequest) =>
    report(
      decide({ id, decision, request: { ...request, version } }),
      t(`review.${decision}.done`),
    );
  if (!Object.values(verbs).some((verb) => may(verb))) return null;
  return (
    <Section look="boxed" title={t('review.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{t('review.hint')}</Typography>
        <Flex gap={2} wrap="wrap">
          {may('approveVideos') ? (
            <ConfirmButton
              variant="success"
              startIcon={<Check />}
              title={t('review.approve')}
              question={t('review.approve.question')}
              onConfirm={() => send('approve', {})}
            >
              {t('review.approve')}
            </ConfirmButton>
          ) : null}
          {may('sendBackVideos') ? (
            <Button variant="tertiary" onClick={() => setAsking('request_changes')}>
              {t('review.request_changes')}
            </Button>
          ) : null}
          {may('rejectVideos') ? (
            <Button variant="danger-light" onClick={() => setAsking('reject')}>
              {t('review.reject')}
            </Button>
          ) : null}
        </Flex>
      </Flex>
      {asking ? (
        <ReviewDialog
          videoId={id}
          decision={asking}
          beats={video.beats ?? []}
          onClose={() => setAsking(null)}
          onDecide={(request) => send(asking, request)}
        />
      ) : null}
    </Section>
  );
};

/** Approve, ask for changes, or reject, each shown to who may; afterwards, how the decision is taken back. */
export const ReviewBar = ({ video, version }: { video: Video; version?: number }) => {
  const decision = decided[video.status];
  if (decision) return <Undo video={video} decision={decision} />;
  return video.status === 'in_review' ? <Decide video={video} version={version} /> : null;
};
