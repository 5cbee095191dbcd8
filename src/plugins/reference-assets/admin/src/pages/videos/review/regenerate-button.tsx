import { useState } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useQuoteBeatQuery } from '../../../api/review';
import { useErrorText } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';

interface RegenerateButtonProps {
  videoId: string;
  beatId: string;
  label: string;
  /** Gets the price that was shown and agreed to, in US dollars. */
  onConfirm: (quotedUsd: number) => Promise<unknown>;
}

/** The price, asked for when the question opens: yes is to that price and to no other. */
const Question = ({ videoId, beatId, onConfirm }: Omit<RegenerateButtonProps, 'label'>) => {
  const t = useText();
  const errorText = useErrorText();
  const { money } = useUnits();
  const { data, error } = useQuoteBeatQuery({ id: videoId, beatId });
  const says = () => {
    if (error) return errorText(error);
    return data
      ? t('beat.regenerate.question', { amount: money(data.estimatedCostUsd) })
      : t('action.loading');
  };
  return (
    <ConfirmDialog
      title={t('beat.regenerate')}
      variant="default"
      icon={<></>}
      onConfirm={async () => {
        if (data) await onConfirm(data.estimatedCostUsd);
      }}
    >
      {says()}
    </ConfirmDialog>
  );
};

/** Makes a beat again, after its price was shown. */
export const RegenerateButton = ({ label, onConfirm, ...about }: RegenerateButtonProps) => {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button size="S" variant="tertiary" startIcon={<ArrowsCounterClockwise />}>
          {label}
        </Button>
      </Dialog.Trigger>
      {open ? (
        <Question
          {...about}
          onConfirm={async (quotedUsd) => {
            await onConfirm(quotedUsd);
            setOpen(false);
          }}
        />
      ) : null}
    </Dialog.Root>
  );
};
