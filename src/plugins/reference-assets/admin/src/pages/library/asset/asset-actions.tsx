import { Flex } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useFindUsesQuery } from '../../../api/duplicate-review';
import { ConfirmButton } from '../../../components/confirm-button';
import { useText } from '../../../hooks/use-text';
import type { Asset } from '../../../../../shared/contracts/assets';
import { hasFailed } from '../analysis-state';
import { useRemove } from '../selection/use-remove';
import { RetryAnalysis } from '../retry-analysis';

interface AssetActionsProps {
  asset: Asset;
  onDeleted: () => void;
}

/** What can be done with an asset as a whole. */
export const AssetActions = ({ asset, onDeleted }: AssetActionsProps) => {
  const t = useText();
  const remove = useRemove();
  const erase = async () => {
    if (await remove([asset])) onDeleted();
  };
  // Nobody is asked before it is known where the asset is used.
  const { data: usage, isLoading } = useFindUsesQuery(asset.documentId);
  const places = (usage?.uses ?? []).map(({ typeName, title }) => title ?? typeName);
  return (
    <Flex justifyContent="space-between" padding={4} background="neutral100">
      <ConfirmButton
        size="S"
        variant="danger-light"
        startIcon={<Trash />}
        loading={isLoading}
        disabled={!usage}
        title={t('asset.delete')}
        question={t('asset.delete.question', {
          name: asset.name,
          count: usage?.total ?? 0,
          places: [...new Set(places)].slice(0, 5).join(', '),
        })}
        onConfirm={erase}
      >
        {t('asset.delete')}
      </ConfirmButton>
      <RetryAnalysis
        asset={asset}
        label={t(hasFailed(asset.analysis) ? 'action.retry' : 'asset.analyse')}
      />
    </Flex>
  );
};
