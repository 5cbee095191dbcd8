import { useCallback } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useRemoveAssetsMutation, useUndoRemovalMutation } from '../../../api/library';
import { useOfferUndo } from '../../../components/undo';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import type { Asset } from '../../../../../shared/contracts/assets';

/** Removes assets and offers to bring them back; false when it failed. */
export const useRemove = () => {
  const t = useText();
  const report = useFeedback();
  const offerUndo = useOfferUndo();
  const { toggleNotification } = useNotification();
  const [remove] = useRemoveAssetsMutation();
  const [undo] = useUndoRemovalMutation();
  return useCallback(
    async (assets: readonly Pick<Asset, 'documentId' | 'name'>[]): Promise<boolean> => {
      const done = await report(remove(assets.map(({ documentId }) => documentId)));
      if (!done) return false;
      const [first] = assets;
      const message =
        assets.length === 1
          ? t('asset.deleted', { name: first.name })
          : t('select.deleted', { count: done.count });
      offerUndo(message, async () => {
        const back = await report(undo(done.id));
        if (back)
          toggleNotification({
            type: 'success',
            message: t('select.restored', { count: back.restored }),
          });
      });
      return true;
    },
    [t, report, offerUndo, toggleNotification, remove, undo],
  );
};
