import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useAssetActivityQuery } from '../../../api/assets';
import { Section } from '../../../components/section';
import { useText, type TextId } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import texts from '../../../translations/en.json';
import { fieldNames } from './field-names';

const mostShown = 100;

/** What was done in words; fields of an asset by the names people know. */
const useDeed = () => {
  const t = useText();
  return (action: string, detail: string | null): string => {
    const id = `activity.${action}`;
    const deed = id in texts ? t(id as TextId) : action.replaceAll('_', ' ');
    if (!detail) return deed;
    const parts = detail.split(', ').map((part) => {
      const name = fieldNames.get(part);
      return name ? t(name) : part;
    });
    return `${deed} (${parts.join(', ')})`;
  };
};

/** Who did what to an asset, newest first. */
export const AssetHistory = ({ id }: { id: string }) => {
  const t = useText();
  const deed = useDeed();
  const { moment } = useUnits();
  const [pageSize, setPageSize] = useState(8);
  const { data: page } = useAssetActivityQuery({ id, pageSize });
  if (!page || page.data.length === 0) return null;
  const hasMore = page.meta.pagination.total > page.data.length && pageSize < mostShown;
  return (
    <Section title={t('activity.title')}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2} data-testid="asset-history">
        {page.data.map(({ id: key, at, actor, actorKind, action, detail }) => (
          <Flex tag="li" key={key} gap={3} alignItems="baseline">
            <Typography variant="pi" textColor="neutral600" style={{ flexShrink: 0 }}>
              {moment(at)}
            </Typography>
            <Typography textColor="neutral800">
              {actorKind === 'system' ? t('activity.system') : actor}: {deed(action, detail)}
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
