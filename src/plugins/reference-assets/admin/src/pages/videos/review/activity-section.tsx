import { useState } from 'react';
import { useListActivityQuery } from '../../../api/review';
import { ActivityList, mostActivity } from '../../../components/activity-list';
import { Section } from '../../../components/section';
import { useText } from '../../../hooks/use-text';

/** Who did what to a video, newest first. */
export const ActivitySection = ({ videoId }: { videoId: string }) => {
  const t = useText();
  const [pageSize, setPageSize] = useState(10);
  const { data: page } = useListActivityQuery({ id: videoId, pageSize });
  if (!page || page.data.length === 0) return null;
  const hasMore = page.meta.pagination.total > page.data.length && pageSize < mostActivity;
  return (
    <Section look="boxed" title={t('activity.title')}>
      <ActivityList
        testId="activity"
        entries={page.data}
        onMore={hasMore ? () => setPageSize(mostActivity) : undefined}
      />
    </Section>
  );
};
