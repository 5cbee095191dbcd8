import { useState, type FormEvent } from 'react';
import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useAddCommentMutation, useListCommentsQuery } from '../../api/review';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { useErrorText, useFeedback } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { Beat, ReviewComment, Video } from '../../../../shared/contracts/videos';

/** The moment of a frame in seconds; `fps` is rational, as in 30000/1001. */
const secondsOf = (frame: number, fps: string) => {
  const [frames = 30, seconds = 1] = fps.split('/').map(Number);
  return (frame * seconds) / frames;
};

const Comment = ({ comment, beats }: { comment: ReviewComment; beats: Beat[] }) => {
  const t = useText();
  const { moment, clock } = useUnits();
  const { author, createdAt, text, frame, fps, beatId } = comment;
  const beat = beats.find(({ documentId }) => documentId === beatId);
  const place = [
    frame === null ? null : clock(secondsOf(frame, fps)),
    beat ? t('beat.title', { number: beat.order + 1, name: beat.name }) : null,
  ].filter(Boolean);
  return (
    <Box tag="li">
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[author, moment(createdAt), ...place].join(' · ')}
      </Typography>
      <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Typography>
    </Box>
  );
};

/** What people said about a video, and a box to say more. */
export const VideoComments = ({ video }: { video: Video }) => {
  const t = useText();
  const report = useFeedback();
  const errorText = useErrorText();
  const { documentId, beats = [] } = video;
  const { data: comments, error } = useListCommentsQuery(documentId);
  const [add, { isLoading }] = useAddCommentMutation();
  const [text, setText] = useState('');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const added = await report(add({ id: documentId, text: text.trim() }));
    if (added !== undefined) setText('');
  };
  return (
    <Section look="boxed" title={t('comments.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {error ? <Notice tone="danger">{errorText(error)}</Notice> : null}
        {comments?.length === 0 ? (
          <Typography textColor="neutral600">{t('comments.none')}</Typography>
        ) : (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
            {comments?.map((comment) => (
              <Comment key={comment.documentId} comment={comment} beats={beats} />
            ))}
          </Flex>
        )}
        <Flex tag="form" direction="column" alignItems="stretch" gap={2} onSubmit={send}>
          <Field.Root name="text">
            <Field.Label>{t('comments.label')}</Field.Label>
            <Textarea
              value={text}
              maxLength={4000}
              onChange={({ target }) => setText(target.value)}
            />
          </Field.Root>
          <Flex justifyContent="flex-end">
            <Button
              type="submit"
              size="S"
              variant="secondary"
              disabled={!text.trim()}
              loading={isLoading}
            >
              {t('comments.add')}
            </Button>
          </Flex>
        </Flex>
      </Flex>
    </Section>
  );
};
