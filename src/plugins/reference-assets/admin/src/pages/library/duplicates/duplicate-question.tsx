import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useReportDuplicatesQuery, useTellApartMutation } from '../../../api/duplicate-review';
import { CheckeredImage } from '../../../components/checkered-image';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import type { DuplicateNotice } from '../../../../../shared/contracts/duplicates';
import { useMerge } from './use-merge';

interface QuestionProps {
  notice: DuplicateNotice;
  /** The picture went into the one that was there. */
  onMerged?: () => void;
}

const Question = ({ notice, onMerged }: QuestionProps) => {
  const t = useText();
  const report = useFeedback();
  const merge = useMerge();
  const [tellApart] = useTellApartMutation();
  const { documentId, existing } = notice;
  const { name } = existing;
  const mergeInto = (newVersion: boolean) => async () => {
    const order = { id: existing.documentId, name, assetIds: [documentId], newVersion };
    if (await merge(order)) onMerged?.();
  };
  const keepBoth = () => tellApart({ id: documentId, assetIds: [existing.documentId] });
  return (
    <Flex
      tag="li"
      gap={3}
      padding={3}
      alignItems="flex-start"
      background="warning100"
      borderColor="warning200"
      hasRadius
      data-testid="duplicate-question"
    >
      <Box width="4.8rem" shrink={0} hasRadius overflow="hidden">
        <CheckeredImage media={existing.thumbnail} alt="" />
      </Box>
      <Flex direction="column" alignItems="stretch" gap={2} minWidth={0}>
        <Typography textColor="neutral800">
          {t(`duplicates.is.${notice.class}`, { name })}
        </Typography>
        <Flex gap={2} wrap="wrap">
          <Button size="S" variant="secondary" onClick={mergeInto(false)}>
            {t('duplicates.useExisting')}
          </Button>
          <Button size="S" variant="tertiary" onClick={mergeInto(true)}>
            {t('duplicates.newVersion')}
          </Button>
          <Button
            size="S"
            variant="tertiary"
            onClick={() => report(keepBoth(), t('duplicates.apart'))}
          >
            {t('duplicates.keepBoth')}
          </Button>
        </Flex>
      </Flex>
    </Flex>
  );
};

/** What the library has of a picture already, and what can be done: use that, make this its new version, keep both. */
export const DuplicateQuestions = ({
  id,
  askedElsewhere,
  onMerged,
}: {
  id: string;
  /** Pictures beside which the same question stands, the other way round. */
  askedElsewhere?: readonly string[];
  onMerged?: QuestionProps['onMerged'];
}) => {
  const { data } = useReportDuplicatesQuery(id);
  const notices = (data?.duplicates ?? []).filter(
    ({ existing }) => !askedElsewhere?.includes(existing.documentId),
  );
  if (notices.length === 0) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
      {notices.map((notice) => (
        <Question key={notice.existing.documentId} notice={notice} onMerged={onMerged} />
      ))}
    </Flex>
  );
};
