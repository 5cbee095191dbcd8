import { Button, Flex, Typography } from '@strapi/design-system';
import {
  useDistinguishAssetsMutation,
  useGetDuplicateReportQuery,
  useMergeAssetsMutation,
} from '../../api/duplicates';
import { Section } from '../../components/section';
import { useFeedback } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import type { DuplicateNotice } from '../../../../shared/contracts/duplicates';

interface OfferProps {
  notice: DuplicateNotice;
  onMerged: () => void;
}

/** What can be done about one duplicate: use the one that was there, keep both, or make this its new version. */
const Offer = ({ notice, onMerged }: OfferProps) => {
  const t = useText();
  const report = useFeedback();
  const [merge] = useMergeAssetsMutation();
  const [distinguish] = useDistinguishAssetsMutation();
  const { documentId, existing } = notice;
  const mergeInto = async (newVersion: boolean) => {
    const change = merge({ id: existing.documentId, assetIds: [documentId], newVersion });
    const kept = await report(change, t('duplicate.merged', { name: existing.name }));
    if (kept) onMerged();
  };
  const keepBoth = () =>
    report(
      distinguish({ id: documentId, assetIds: [existing.documentId] }),
      t('duplicate.kept', { name: existing.name }),
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography>{t(`duplicate.is.${notice.class}`, { name: existing.name })}</Typography>
      <Flex gap={2} wrap="wrap">
        <Button size="S" variant="secondary" onClick={() => mergeInto(false)}>
          {t('duplicate.useExisting')}
        </Button>
        <Button size="S" variant="tertiary" onClick={keepBoth}>
          {t('duplicate.keepBoth')}
        </Button>
        <Button size="S" variant="tertiary" onClick={() => mergeInto(true)}>
          {t('duplicate.newVersion')}
        </Button>
      </Flex>
    </Flex>
  );
};

/** Tells of the library's own copies of an asset, and offers what can be done. */
export const DuplicateOffer = ({ id, onMerged }: { id: string; onMerged: () => void }) => {
  const t = useText();
  const { data } = useGetDuplicateReportQuery(id);
  if (!data || data.duplicates.length === 0) return null;
  return (
    <Section title={t('duplicate.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {data.duplicates.map((notice) => (
          <Offer key={notice.existing.documentId} notice={notice} onMerged={onMerged} />
        ))}
      </Flex>
    </Section>
  );
};
