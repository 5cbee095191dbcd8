import { useState } from 'react';
import { useAssetActivityQuery } from '../../../api/assets';
import { ActivityList, mostActivity } from '../../../components/activity-list';
import { Section } from '../../../components/section';
import { useText } from '../../../hooks/use-text';
import { fieldNames } from './field-names';

/** Who did what to an asset, newest first. */
export const AssetHistory = ({ id }: { id: string }) => {
  const t = useText();
  const [pageSize, setPageSize] = useState(8);
  const { data: page } = useAssetActivityQuery({ id, pageSize });
  if (!page || page.data.length === 0) return null;
  /** Fields by the names people know. */
  const withNames = (detail: string): string =>
    detail
      .split(', ')
      .map((part) => {
        const name = fieldNames.get(part);
        return name ? t(name) : part;
      })
      .join(', ');
  const hasMore = page.meta.pagination.total > page.data.length && pageSize < mostActivity;
  return (
    <Section title={t('activity.title')}>
      <ActivityList
        testId="asset-history"
        entries={page.data}
        tell={withNames}
        onMore={hasMore ? () => setPageSize(mostActivity) : undefined}
      />
    </Section>
  );
};
