import { ConfirmDialog } from '@strapi/strapi/admin';
import { useErrorText } from '../hooks/use-feedback';
import { useText } from '../hooks/use-text';
import { useUnits } from '../hooks/use-units';

interface PriceQuestionProps {
  title: string;
  /** The question once the price is known, with that price in words. */
  ask(amount: string): string;
  quote: { data?: { estimatedCostUsd: number }; error?: unknown };
  /** Gets the price that was shown and agreed to, in US dollars. */
  onConfirm: (quotedUsd: number) => Promise<unknown>;
}

/** Asks whether to pay a price that is found out while the question opens: yes is to that price and to no other. */
export const PriceQuestion = ({ title, ask, quote, onConfirm }: PriceQuestionProps) => {
  const t = useText();
  const errorText = useErrorText();
  const { price } = useUnits();
  const { data, error } = quote;
  const says = () => {
    if (error) return errorText(error);
    return data ? ask(price(data.estimatedCostUsd)) : t('action.loading');
  };
  return (
    <ConfirmDialog
      title={title}
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
