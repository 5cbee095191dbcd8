import { useCallback } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useChangeAssetsMutation, useUndoChangeMutation } from '../../../api/library';
import { useOfferUndo } from '../../../components/undo';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import type { BulkEdit } from '../../../../../shared/contracts/library';

/** Changes many assets at once, tells how many became different, and offers to undo it; false when it failed. */
export const useLibraryChange = () => {
  const t = useText();
  const report = useFeedback();
  const offerUndo = useOfferUndo();
  const { toggleNotification } = useNotification();
  const [change] = useChangeAssetsMutation();
  const [undo] = useUndoChangeMutation();
  return useCallback(
    async (edit: BulkEdit): Promise<boolean> => {
      const done = await report(change(edit));
      if (!done) return false;
      const message = t('select.changed', { count: done.count });
      const takeBack = async () => {
        const back = await report(undo(done.id));
        if (!back) return;
        const left = back.left > 0 ? ` ${t('select.undone.left', { count: back.left })}` : '';
        const said = t('select.undone', { count: back.restored }) + left;
        toggleNotification({ type: back.left > 0 ? 'warning' : 'success', message: said });
      };
      if (done.count > 0) offerUndo(message, takeBack);
      else toggleNotification({ type: 'info', message });
      return true;
    },
    [t, report, offerUndo, toggleNotification, change, undo],
  );
};
