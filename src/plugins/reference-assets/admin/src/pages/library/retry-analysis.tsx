import { AgainButton } from '../../components/again-button';
import { useAnalyseAssetMutation } from '../../api/assets';
import { useFeedback } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import type { Asset } from '../../../../shared/contracts/assets';

/** Has an asset analysed again. */
export const RetryAnalysis = ({ asset, label }: { asset: Asset; label: string }) => {
  const t = useText();
  const report = useFeedback();
  const [analyse, { isLoading }] = useAnalyseAssetMutation();
  return (
    <AgainButton
      isLoading={isLoading}
      onClick={() => report(analyse(asset.documentId), t('asset.analyse.started'))}
    >
      {label}
    </AgainButton>
  );
};
