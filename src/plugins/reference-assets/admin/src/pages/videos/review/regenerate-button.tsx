import { useState } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { useQuoteBeatQuery } from '../../../api/review';
import { PriceQuestion } from '../../../components/price-question';
import { useText } from '../../../hooks/use-text';

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
  return (
    <PriceQuestion
      title={t('beat.regenerate')}
      ask={(amount) => t('beat.regenerate.question', { amount })}
      quote={useQuoteBeatQuery({ id: videoId, beatId })}
      onConfirm={onConfirm}
    />
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
