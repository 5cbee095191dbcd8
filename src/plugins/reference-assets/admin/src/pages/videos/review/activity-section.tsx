import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useListActivityQuery } from '../../../api/review';
import { Section } from '../../../components/section';
import { useText, type TextId } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import texts from '../../../translations/en.json';

const mostShown = 100;

/** Who did what when, newest first. */
export const ActivitySection = ({ videoId }: { videoId: string }) => {
  const t = useText();
  const { moment } = useUnits();
  const [pageSize, setPageSize] = useState(10);
  const { data: page } = useListActivityQuery({ id: videoId, pageSize });
  const words = (action: string) => {
    const id = `activity.${action}`;
    return id in texts ? t(id as TextId) : action.replaceAll('_', ' ');
  };
  if (!page || page.data.length === 0) return null;
  const hasMore = page.meta.pagination.total > page.data.length && pageSize < mostShown;
  return (
    <Section look="boxed" title={t('activity.title')}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2} data-testid="activity">
        {page.data.map(({ id, at, actor, actorKind, action, detail }) => (
          <Flex tag="li" key={id} gap={2} wrap="wrap" alignItems="baseline">
            <Typography variant="pi" textColor="neutral600">
              {moment(at)}
            </Typography>
            <Typography textColor="neutral800">
              {actorKind === 'system' ? t('activity.system') : actor}: {words(action)}
              {detail ? ` (${detail})` : ''}
            </Typography>
          </Flex>
        ))}
      </Flex>
      {hasMore ? (
        <Button size="S" variant="tertiary" onClick={() => setPageSize(mostShown)}>
          {t('library.more')}
        </Button>
      ) : null}
    </Section>
  );
};
