import { useEffect } from 'react';
import { EmptyStateLayout, Flex } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useListNoticesQuery, useSeeNoticesMutation } from '../../api/notices';
import { useListMentionsQuery, useSeeMentionsMutation } from '../../api/review';
import { Notice } from '../../components/notice';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { MentionCard } from './mention-card';
import { NoticeCard } from './notice-card';

/** Where somebody asked the person at the screen to look, and what else concerns them, newest first. */
export const MentionsPage = () => {
  const t = useText();
  const errorText = useErrorText();
  const { data: mentions, error: mentionsError } = useListMentionsQuery();
  const { data: notices, error: noticesError } = useListNoticesQuery();
  const [see] = useSeeMentionsMutation();
  const [seeNotices] = useSeeNoticesMutation();
  const newest = mentions?.find(({ unseen }) => unseen)?.commentId;
  const newestNotice = notices?.find(({ unseen }) => unseen)?.id;
  useEffect(() => {
    if (newest) void see();
  }, [newest, see]);
  useEffect(() => {
    if (newestNotice) void seeNotices();
  }, [newestNotice, seeNotices]);
  const error = mentionsError ?? noticesError;
  const cards = [
    ...(mentions ?? []).map((one) => ({
      at: one.createdAt,
      card: <MentionCard key={one.commentId} mention={one} />,
    })),
    ...(notices ?? []).map((one) => ({
      at: one.at,
      card: <NoticeCard key={one.id} notice={one} />,
    })),
  ].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const isRead = mentions !== undefined && notices !== undefined;
  return (
    <Page.Main>
      <Page.Title>{t('mentions.title')}</Page.Title>
      <Layouts.Header title={t('mentions.title')} subtitle={t('mentions.subtitle')} />
      <Layouts.Content>
        {error ? <Notice tone="danger">{errorText(error)}</Notice> : null}
        {!isRead && !error ? <Waiting /> : null}
        {isRead && cards.length === 0 ? (
          <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('mentions.empty')} />
        ) : (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {cards.map(({ card }) => card)}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
