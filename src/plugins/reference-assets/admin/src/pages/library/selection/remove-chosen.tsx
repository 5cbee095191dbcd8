import { Trash } from '@strapi/icons';
import { useRemovalUsesMutation } from '../../../api/library';
import { ConfirmButton } from '../../../components/confirm-button';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import type { Selection } from '../grid/use-selection';
import { useRemove } from './use-remove';

/** Removes all chosen assets, after it was said how many of them videos and entries use. */
export const RemoveChosen = ({ selection }: { selection: Selection }) => {
  const t = useText();
  const remove = useRemove();
  const report = useFeedback();
  const [lookUp] = useRemovalUsesMutation();
  const assets = [...selection.chosen.values()];
  return (
    <ConfirmButton
      size="S"
      variant="danger-light"
      startIcon={<Trash />}
      title={t('select.delete')}
      question={async () => {
        const uses = await report(lookUp(assets.map(({ documentId }) => documentId)));
        return uses && t('select.delete.question', { count: assets.length, done: uses.used });
      }}
      onConfirm={async () => {
        if (await remove(assets)) selection.clear();
      }}
    >
      {t('select.delete')}
    </ConfirmButton>
  );
};
