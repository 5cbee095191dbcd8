import { Button, Flex, Typography } from '@strapi/design-system';
import { useListMergesQuery, useUndoMergeMutation } from '../../../api/duplicate-review';
import { Section } from '../../../components/section';
import { useFeedback } from '../../../hooks/use-feedback';
import { usePermission } from '../../../hooks/use-permission';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';

/** Merges that can still be undone, newest first. */
export const MergeList = () => {
  const t = useText();
  const report = useFeedback();
  const { moment } = useUnits();
  const mayEdit = usePermission()('editAssets');
  const { data: page } = useListMergesQuery();
  const [undo] = useUndoMergeMutation();
  if (!page || page.data.length === 0) return null;
  return (
    <Section look="page" title={t('duplicates.merges')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {page.data.map(({ id, merged, by, at, undoableUntil }) => (
          <Flex
            tag="li"
            key={id}
            gap={4}
            padding={3}
            justifyContent="space-between"
            background="neutral0"
            hasRadius
          >
            <Typography textColor="neutral800">
              {t('duplicates.merges.one', { name: merged.name, author: by, at: moment(at) })}{' '}
              <Typography variant="pi" textColor="neutral600">
                {t('duplicates.merges.until', { until: moment(undoableUntil) })}
              </Typography>
            </Typography>
            {mayEdit ? (
              <Button
                size="S"
                variant="tertiary"
                aria-label={t('duplicates.merges.undo', { name: merged.name })}
                onClick={() => report(undo(id), t('duplicates.undone', { name: merged.name }))}
              >
                {t('action.undo')}
              </Button>
            ) : null}
          </Flex>
        ))}
      </Flex>
    </Section>
  );
};
