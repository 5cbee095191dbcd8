import { Trash } from '@strapi/icons';
import { ConfirmButton } from '../../../components/confirm-button';
import { useText } from '../../../hooks/use-text';
import type { Selection } from '../grid/use-selection';
import { useRemove } from './use-remove';

/** Removes all chosen assets, after it was said how many of them videos use. */
export const RemoveChosen = ({ selection }: { selection: Selection }) => {
  const t = useText();
  const remove = useRemove();
  const assets = [...selection.chosen.values()];
  const used = assets.filter(({ usageCount }) => usageCount > 0).length;
  return (
    <ConfirmButton
      size="S"
      variant="danger-light"
      startIcon={<Trash />}
      title={t('select.delete')}
      question={t('select.delete.question', { count: assets.length, done: used })}
      onConfirm={async () => {
        if (await remove(assets)) selection.clear();
      }}
    >
      {t('select.delete')}
    </ConfirmButton>
  );
};
