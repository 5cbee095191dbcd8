import { useState, type ReactNode } from 'react';
import { Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Notice } from '../../../components/notice';
import { Section } from '../../../components/section';
import { useErrorText } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import type { ReviewComment } from '../../../../../shared/contracts/reviews';
import type { Video } from '../../../../../shared/contracts/videos';
import { CommentThread } from './comment-thread';

const filters = ['all', 'open', 'resolved'] as const;
type Filter = (typeof filters)[number];

const passes = (filter: Filter, { resolvedAt }: ReviewComment): boolean =>
  filter === 'all' || (filter === 'open') === (resolvedAt === null);

interface CommentPanelProps {
  video: Video;
  comments: ReviewComment[];
  error?: unknown;
  onGo?: (comment: ReviewComment) => void;
  /** Where something new is said. */
  children: ReactNode;
}

/** What people said about a video, open and resolved, and a place to say more. */
export const CommentPanel = ({ video, comments, error, onGo, children }: CommentPanelProps) => {
  const t = useText();
  const errorText = useErrorText();
  const [filter, setFilter] = useState<Filter>('all');
  const roots = comments.filter(({ parentId }) => parentId === null);
  const shown = roots.filter((one) => passes(filter, one));
  return (
    <Section
      look="boxed"
      title={t('comments.title')}
      action={
        roots.length > 0 ? (
          <SingleSelect
            size="S"
            aria-label={t('comments.filter')}
            value={filter}
            onChange={(value: string | number) => setFilter(value as Filter)}
          >
            {filters.map((one) => (
              <SingleSelectOption key={one} value={one}>
                {t(`comments.filter.${one}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        ) : undefined
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        {error ? <Notice tone="danger">{errorText(error)}</Notice> : null}
        {children}
        {shown.length === 0 ? (
          <Typography textColor="neutral600">
            {t(roots.length === 0 ? 'comments.none' : 'comments.none.filtered')}
          </Typography>
        ) : (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {shown.map((comment) => (
              <CommentThread
                key={comment.documentId}
                video={video}
                comment={comment}
                number={roots.indexOf(comment) + 1}
                replies={comments.filter(({ parentId }) => parentId === comment.documentId)}
                onGo={comment.frame === null ? undefined : onGo}
              />
            ))}
          </Flex>
        )}
      </Flex>
    </Section>
  );
};
