import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { CardLink, LinkedCard } from '../../components/card-grid';
import { StateBadge } from '../../components/state-badge';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';

export interface News {
  /** Who did it; null where nobody in particular did. */
  by: string | null;
  at: string;
  unseen: boolean;
  /** What was said, or why it happened. */
  text: string | null;
  video: string;
  videoId: string;
}

/** One thing that concerns the person at the screen; the whole card opens its video. `children` are badges. */
export const NewsCard = ({
  news,
  kind,
  children,
}: {
  news: News;
  kind: 'mention' | 'notice';
  children?: ReactNode;
}) => {
  const t = useText();
  const { ago, moment } = useUnits();
  const { by, at, unseen, text, video, videoId } = news;
  return (
    <LinkedCard tag="li" padding={4} data-testid={kind}>
      <Flex gap={2} wrap="wrap">
        <Typography variant="pi" textColor="neutral600" title={moment(at)}>
          {[by, ago(at)].filter(Boolean).join(' · ')}
        </Typography>
        {unseen ? <StateBadge tone="primary">{t('mentions.new')}</StateBadge> : null}
        {children}
      </Flex>
      {text ? (
        <Box paddingTop={1}>
          <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {text}
          </Typography>
        </Box>
      ) : null}
      <Box paddingTop={2}>
        <Typography variant="pi" fontWeight="bold" textColor="primary600">
          <CardLink to={`${BASE_PATH}/videos/${videoId}`}>{video}</CardLink>
        </Typography>
      </Box>
    </LinkedCard>
  );
};
