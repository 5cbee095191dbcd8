import { useState, type FormEvent } from 'react';
import { Button, Checkbox, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { z } from 'zod';
import { useDraft, useDraftOf } from '../../hooks/use-draft';
import { useText } from '../../hooks/use-text';
import type { DecisionRequest } from '../../../../shared/contracts/reviews';
import type { Beat } from '../../../../shared/contracts/beats';

const ids = z.array(z.string());
const none: string[] = [];

interface ReviewDialogProps {
  videoId: string;
  decision: 'request_changes' | 'reject';
  beats: Beat[];
  onClose: () => void;
  onDecide: (request: DecisionRequest) => Promise<unknown>;
}

const BeatChoice = ({
  beats,
  chosen,
  onChange,
}: {
  beats: Beat[];
  chosen: string[];
  onChange: (ids: string[]) => void;
}) => {
  const t = useText();
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <Flex
      role="group"
      aria-label={t('review.beats')}
      direction="column"
      alignItems="flex-start"
      gap={2}
    >
      <Typography variant="pi" fontWeight="bold" textColor="neutral800">
        {t('review.beats')}
      </Typography>
      {beats.map(({ documentId, order, name }) => (
        <Checkbox
          key={documentId}
          checked={chosen.includes(documentId)}
          onCheckedChange={(checked) => toggle(documentId, checked === true)}
        >
          {t('beat.title', { number: order + 1, name })}
        </Checkbox>
      ))}
    </Flex>
  );
};

/** Asks what should change, or why the video is rejected, before it is said to everyone. */
export const ReviewDialog = (props: ReviewDialogProps) => {
  const { videoId, decision, beats, onClose, onDecide } = props;
  const t = useText();
  const draft = `decision.${videoId}.${decision}`;
  const [comment, setComment] = useDraft(draft);
  const [beatIds, setBeatIds] = useDraftOf(`${draft}.beats`, none, (kept) => ids.parse(kept));
  const [isSending, setIsSending] = useState(false);
  const asksChanges = decision === 'request_changes';
  const text = comment.trim();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setIsSending(true);
    const done = await onDecide({
      ...(text && { comment: text }),
      ...(asksChanges && beatIds.length > 0 && { beatIds }),
    });
    setIsSending(false);
    if (done === undefined) return;
    setComment('');
    setBeatIds(undefined);
    onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <form onSubmit={send}>
          <Modal.Header closeLabel={t('action.close')}>
            <Modal.Title>{t(`review.${decision}`)}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={6}>
              <Field.Root name="comment" required={asksChanges}>
                <Field.Label>{t(`review.${decision}.comment`)}</Field.Label>
                <Textarea
                  value={comment}
                  maxLength={4000}
                  onChange={({ target }) => setComment(target.value)}
                />
              </Field.Root>
              {asksChanges ? (
                <BeatChoice beats={beats} chosen={beatIds} onChange={setBeatIds} />
              ) : null}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button
              type="submit"
              variant={asksChanges ? 'default' : 'danger'}
              disabled={asksChanges && !text}
              loading={isSending}
            >
              {t(`review.${decision}`)}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
