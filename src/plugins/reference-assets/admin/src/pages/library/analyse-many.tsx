import { useState } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useAnalyseManyMutation } from '../../api/assets';
import { useFeedback } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { AnalysisEstimate, AnalysisFilter } from '../../../../shared/contracts/analysis';

interface AnalyseManyProps {
  filter: AnalysisFilter;
  label?: string;
  size?: 'S' | 'M';
}

/** Has everything that a filter finds analysed again, after count and price were seen. */
export const AnalyseMany = ({ filter, label, size = 'M' }: AnalyseManyProps) => {
  const t = useText();
  const { price } = useUnits();
  const report = useFeedback();
  const [analyse, { isLoading }] = useAnalyseManyMutation();
  const [estimate, setEstimate] = useState<AnalysisEstimate>();
  const ask = async () => setEstimate(await report(analyse({ filter, estimateOnly: true })));
  const start = async () => {
    if (!estimate) return;
    const maxCostUsd = estimate.estimatedCostUsd;
    await report(
      analyse({ filter, estimateOnly: false, maxCostUsd }),
      t('analyseMany.started', { count: estimate.count }),
    );
    setEstimate(undefined);
  };
  return (
    <>
      <Button
        size={size}
        variant={size === 'S' ? 'tertiary' : 'secondary'}
        startIcon={<ArrowClockwise />}
        loading={isLoading && !estimate}
        onClick={ask}
      >
        {label ?? t('analyseMany.action')}
      </Button>
      <Dialog.Root open={Boolean(estimate)} onOpenChange={() => setEstimate(undefined)}>
        {estimate ? (
          <ConfirmDialog
            title={label ?? t('analyseMany.action')}
            variant="default"
            icon={<></>}
            onConfirm={start}
          >
            {t('analyseMany.question', {
              count: estimate.count,
              model: `${estimate.provider} ${estimate.model}`,
              toAsk: estimate.toAsk,
              amount: price(estimate.estimatedCostUsd),
            })}
          </ConfirmDialog>
        ) : null}
      </Dialog.Root>
    </>
  );
};
