import type { FormEvent } from 'react';
import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import {
  useAddCommentMutation,
  useAnswerCommentMutation,
  useResolveCommentMutation,
} from '../../../api/review';
import { useDraft } from '../../../hooks/use-draft';
import { useFeedback } from '../../../hooks/use-feedback';
import { usePermission } from '../../../hooks/use-permission';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import type { ReviewComment } from '../../../../../shared/contracts/reviews';
import type { Beat } from '../../../../../shared/contracts/beats';
import type { Video } from '../../../../../shared/contracts/videos';
import { parseFps, timecode } from '../../../../../shared/timecode';
import { isWorking } from '../video-state';
import { RegenerateButton } from './regenerate-button';

interface ThreadProps {
  video: Video;
  comment: ReviewComment;
  replies: ReviewComment[];
  number: number;
  onGo?: (comment: ReviewComment) => void;
}

const placeOf = ({ frame, frameEnd, fps }: ReviewComment): string | null => {
  if (frame === null) return null;
  const rate = parseFps(fps);
  const from = timecode(frame, rate);
  return frameEnd === null || frameEnd === frame ? from : `${from} – ${timecode(frameEnd, rate)}`;
};

const Words = ({ comment, beat }: { comment: ReviewComment; beat?: Beat }) => {
  const t = useText();
  const { moment } = useUnits();
  const { author, createdAt, text, version, mentions } = comment;
  const about = [
    author,
    moment(createdAt),
    version === null ? null : t('version.title', { number: version }),
    beat ? t('beat.title', { number: beat.order + 1, name: beat.name }) : null,
  ];
  return (
    <Box>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {about.filter(Boolean).join(' · ')}
      </Typography>
      <Typography
        tag="p"
        textColor="neutral800"
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {mentions.map(({ name }) => `@${name} `).join('')}
        {text}
      </Typography>
    </Box>
  );
};

const Reply = ({ videoId, parentId }: { videoId: string; parentId: string }) => {
  const t = useText();
  const report = useFeedback();
  const [add, { isLoading }] = useAddCommentMutation();
  const [text, setText] = useDraft(`reply.${parentId}`);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const request = { text: text.trim(), parentId };
    if ((await report(add({ id: videoId, request }))) !== undefined) setText('');
  };
  return (
    <Flex tag="form" gap={2} alignItems="flex-end" onSubmit={send}>
      <Box grow={1}>
        <Field.Root name={`reply-${parentId}`}>
          <TextInput
            aria-label={t('comments.reply')}
            placeholder={t('comments.reply')}
            value={text}
            maxLength={4000}
            onChange={({ target }: { target: HTMLInputElement }) => setText(target.value)}
          />
        </Field.Root>
      </Box>
      <Button type="submit" variant="tertiary" disabled={!text.trim()} loading={isLoading}>
        {t('comments.reply.send')}
      </Button>
    </Flex>
  );
};

const Actions = ({ video, comment }: { video: Video; comment: ReviewComment }) => {
  const t = useText();
  const report = useFeedback();
  const may = usePermission();
  const [resolve, { isLoading }] = useResolveCommentMutation();
  const [answer] = useAnswerCommentMutation();
  const { documentId: commentId, beatId, resolvedAt, awaitsVersion } = comment;
  const id = video.documentId;
  const isOpen = resolvedAt === null;
  const canRedo =
    may('createVideos') &&
    isOpen &&
    !awaitsVersion &&
    !isWorking(video.status) &&
    video.status !== 'awaiting_plan';
  return (
    <Flex gap={2} wrap="wrap">
      {may('commentVideos') ? (
        <Button
          size="S"
          variant="tertiary"
          loading={isLoading}
          onClick={() => report(resolve({ id, commentId, done: isOpen }))}
        >
          {t(isOpen ? 'comments.resolve' : 'comments.reopen')}
        </Button>
      ) : null}
      {canRedo && beatId ? (
        <RegenerateButton
          videoId={id}
          beatId={beatId}
          label={t('comments.regenerate')}
          onConfirm={(quotedUsd) =>
            report(answer({ id, commentId, quotedUsd }), t('beat.regenerate.started'))
          }
        />
      ) : null}
    </Flex>
  );
};

/** A comment, what was answered, and what can be done about it. */
export const CommentThread = ({ video, comment, replies, number, onGo }: ThreadProps) => {
  const t = useText();
  const mayComment = usePermission()('commentVideos');
  const place = placeOf(comment);
  const { resolvedBy, resolvedVersion, awaitsVersion } = comment;
  const state = () => {
    if (resolvedVersion !== null)
      return t('comments.resolved.version', { number: resolvedVersion });
    if (resolvedBy) return t('comments.resolved.by', { name: resolvedBy });
    return awaitsVersion ? t('comments.awaits') : null;
  };
  return (
    <Box
      tag="li"
      padding={3}
      borderColor="neutral200"
      hasRadius
      data-testid="comment"
      aria-label={t('comments.number', { number })}
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        {place ? (
          <Flex gap={2}>
            <Button size="S" variant="ghost" onClick={() => onGo?.(comment)} disabled={!onGo}>
              {t('comments.go', { number, at: place })}
            </Button>
          </Flex>
        ) : null}
        <Words
          comment={comment}
          beat={video.beats?.find(({ documentId }) => documentId === comment.beatId)}
        />
        {state() ? (
          <Typography variant="pi" fontWeight="bold" textColor="neutral800" role="status">
            {state()}
          </Typography>
        ) : null}
        {replies.length > 0 ? (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingLeft={4}>
            {replies.map((reply) => (
              <Box tag="li" key={reply.documentId}>
                <Words comment={reply} />
              </Box>
            ))}
          </Flex>
        ) : null}
        <Actions video={video} comment={comment} />
        {mayComment ? <Reply videoId={video.documentId} parentId={comment.documentId} /> : null}
      </Flex>
    </Box>
  );
};
