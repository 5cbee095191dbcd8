import { useState } from 'react';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { Images } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import {
  useEstimateImportMutation,
  useMediaFoldersQuery,
  useStartImportMutation,
} from '../../../api/imports';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import { ChoiceField } from '../../../components/choice-field';
import type { ImportEstimate, ImportSelection } from '../../../../../shared/contracts/imports';

const selectionOf = (folder: string | null): ImportSelection =>
  folder ? { folder: Number(folder) } : { everything: true };

/** Which pictures, how many they are, how long they take and what they cost. */
const Question = ({
  folder,
  choose,
  estimate,
}: {
  folder: string | null;
  choose: (folder: string | null) => void;
  estimate: ImportEstimate;
}) => {
  const t = useText();
  const { price, duration } = useUnits();
  // Who may not see the folders of the Media Library takes up all of it.
  const { data: folders = [] } = useMediaFoldersQuery();
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {folders.length > 0 ? (
        <ChoiceField
          name="folder"
          label={t('import.folder')}
          value={folder}
          choices={folders.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={choose}
        />
      ) : null}
      <Typography>
        {t('import.question', {
          count: estimate.files,
          duration: duration(estimate.seconds),
          amount: price(estimate.costUsd),
        })}
      </Typography>
    </Flex>
  );
};

/** Takes up pictures that were in the Media Library before, after their number and price were seen. */
export const ImportButton = () => {
  const t = useText();
  const report = useFeedback();
  const [estimate, { isLoading }] = useEstimateImportMutation();
  const [start] = useStartImportMutation();
  const [told, setTold] = useState<{ folder: string | null; estimate: ImportEstimate }>();
  const ask = async (folder: string | null) => {
    const found = await report(estimate(selectionOf(folder)));
    if (found) setTold({ folder, estimate: found });
  };
  const confirm = async () => {
    if (told && told.estimate.files > 0)
      await report(start(selectionOf(told.folder)), t('import.started'));
    setTold(undefined);
  };
  return (
    <>
      <Button
        variant="tertiary"
        startIcon={<Images />}
        loading={isLoading && !told}
        onClick={() => ask(null)}
      >
        {t('import.action')}
      </Button>
      <Dialog.Root open={Boolean(told)} onOpenChange={() => setTold(undefined)}>
        {told ? (
          <ConfirmDialog
            title={t('import.action')}
            variant="default"
            icon={<></>}
            onConfirm={confirm}
          >
            <Question {...told} choose={(folder) => void ask(folder)} />
          </ConfirmDialog>
        ) : null}
      </Dialog.Root>
    </>
  );
};
