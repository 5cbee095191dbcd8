import { useState } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useAnalyseManyMutation, type AssetFilter } from '../../api/assets';
import { useFeedback } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { AnalysisEstimate, AnalysisFilter } from '../../../../shared/contracts/analysis';
import type { AnalysisStatus } from '../../../../shared/contracts/assets';

const filterOf = ({ assetType, isLogo, status }: AssetFilter): AnalysisFilter => ({
  ...(assetType && { assetType }),
  ...(isLogo !== undefined && { isLogo }),
  ...(status && { status: status as AnalysisStatus }),
});

/** Has everything that the filters show analysed again, after count and price were seen. */
export const AnalyseMany = ({ filter }: { filter: AssetFilter }) => {
  const t = useText();
  const { money } = useUnits();
  const report = useFeedback();
  const [analyse, { isLoading }] = useAnalyseManyMutation();
  const [estimate, setEstimate] = useState<AnalysisEstimate>();
  const wanted = filterOf(filter);
  const ask = async () =>
    setEstimate(await report(analyse({ filter: wanted, estimateOnly: true })));
  const start = async () => {
    if (!estimate) return;
    const maxCostUsd = estimate.estimatedCostUsd;
    await report(
      analyse({ filter: wanted, estimateOnly: false, maxCostUsd }),
      t('analyseMany.started', { count: estimate.count }),
    );
    setEstimate(undefined);
  };
  return (
    <>
      <Button
        variant="secondary"
        startIcon={<ArrowClockwise />}
        loading={isLoading && !estimate}
        onClick={ask}
      >
        {t('analyseMany.action')}
      </Button>
      <Dialog.Root open={Boolean(estimate)} onOpenChange={() => setEstimate(undefined)}>
        {estimate ? (
          <ConfirmDialog
            title={t('analyseMany.action')}
            variant="default"
            icon={<></>}
            onConfirm={start}
          >
            {t('analyseMany.question', {
              count: estimate.count,
              model: `${estimate.provider} ${estimate.model}`,
              toAsk: estimate.toAsk,
              amount: money(estimate.estimatedCostUsd),
            })}
          </ConfirmDialog>
        ) : null}
      </Dialog.Root>
    </>
  );
};
