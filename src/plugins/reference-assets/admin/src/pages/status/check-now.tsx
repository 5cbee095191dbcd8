import { AgainButton } from '../../components/again-button';
import { useReconcileMutation } from '../../api/status';
import { useFeedback } from '../../hooks/use-feedback';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';

/** Has the library compared with what is there now, and mended, without waiting for the hour. */
export const CheckNow = () => {
  const t = useText();
  const report = useFeedback();
  const may = usePermission();
  const [reconcile, { isLoading }] = useReconcileMutation();
  if (!may('editAssets')) return null;
  return (
    <AgainButton
      isLoading={isLoading}
      onClick={() => report(reconcile(), t('status.check.started'))}
    >
      {t('status.check')}
    </AgainButton>
  );
};
