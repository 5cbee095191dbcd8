import { useCallback } from 'react';
import { useMergeDuplicatesMutation, useUndoMergeMutation } from '../../../api/duplicate-review';
import { useOfferUndo } from '../../../components/undo';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';

interface MergeOrder {
  /** The asset that is kept, and what people call it. */
  id: string;
  name: string;
  assetIds: string[];
  newVersion?: boolean;
}

/** Merges assets into one, tells what was carried over, and offers to undo it; false when it failed. */
export const useMerge = () => {
  const t = useText();
  const report = useFeedback();
  const offerUndo = useOfferUndo();
  const [merge] = useMergeDuplicatesMutation();
  const [undo] = useUndoMergeMutation();
  return useCallback(
    async ({ name, ...order }: MergeOrder): Promise<boolean> => {
      const merges = await report(merge(order));
      if (!merges) return false;
      const count = merges.reduce((sum, { references }) => sum + references, 0);
      offerUndo(t('duplicates.merged', { name, count }), async () => {
        for (const { id } of [...merges].reverse()) await report(undo(id));
      });
      return true;
    },
    [t, report, offerUndo, merge, undo],
  );
};
