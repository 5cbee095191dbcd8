import { useEffect } from 'react';
import { Box, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useListMentionsQuery, useSeeMentionsMutation } from '../../api/review';
import { CardLink, LinkedCard } from '../../components/card-grid';
import { Notice } from '../../components/notice';
import { StateBadge } from '../../components/state-badge';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';
import type { MentionNotice } from '../../../../shared/contracts/mentions';

const MentionCard = ({ mention }: { mention: MentionNotice }) => {
  const t = useText();
  const { ago } = useUnits();
  const { author, text, video, videoId, createdAt, resolved, unseen } = mention;
  return (
    <LinkedCard tag="li" padding={4} data-testid="mention">
      <Flex gap={2} wrap="wrap">
        <Typography variant="pi" textColor="neutral600">
          {author} · {ago(createdAt)}
        </Typography>
        {unseen ? <StateBadge tone="primary">{t('mentions.new')}</StateBadge> : null}
        {resolved ? <StateBadge tone="success">{t('comments.filter.resolved')}</StateBadge> : null}
      </Flex>
      <Box paddingTop={1}>
        <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Typography>
      </Box>
      <Box paddingTop={2}>
        <Typography variant="pi" fontWeight="bold" textColor="primary600">
          <CardLink to={`${BASE_PATH}/videos/${videoId}`}>{video}</CardLink>
        </Typography>
      </Box>
    </LinkedCard>
  );
};

/** Where somebody asked the person at the screen to look. */
export const MentionsPage = () => {
  const t = useText();
  const errorText = useErrorText();
  const { data: mentions, error } = useListMentionsQuery();
  const [see] = useSeeMentionsMutation();
  const newest = mentions?.find(({ unseen }) => unseen)?.commentId;
  useEffect(() => {
    if (newest) void see();
  }, [newest, see]);
  return (
    <Page.Main>
      <Page.Title>{t('mentions.title')}</Page.Title>
      <Layouts.Header title={t('mentions.title')} subtitle={t('mentions.subtitle')} />
      <Layouts.Content>
        {error ? <Notice tone="danger">{errorText(error)}</Notice> : null}
        {!mentions && !error ? <Waiting /> : null}
        {mentions?.length === 0 ? (
          <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('mentions.empty')} />
        ) : (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {mentions?.map((one) => (
              <MentionCard key={one.commentId} mention={one} />
            ))}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
