import { useCallback, useMemo, useState } from 'react';
import type { Asset } from '../../../../../shared/contracts/assets';

/** How many assets one change takes. */
export const most = 500;

/** The assets a person has chosen, in the order of choosing. */
export const useSelection = () => {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Asset>>(new Map());

  const toggle = useCallback(
    (asset: Asset) =>
      setChosen((before) => {
        const next = new Map(before);
        if (!next.delete(asset.documentId) && next.size < most) next.set(asset.documentId, asset);
        return next;
      }),
    [],
  );
  const add = useCallback(
    (assets: readonly Asset[]) =>
      setChosen((before) => {
        const next = new Map(before);
        for (const asset of assets) if (next.size < most) next.set(asset.documentId, asset);
        return next;
      }),
    [],
  );
  const clear = useCallback(() => setChosen((before) => (before.size ? new Map() : before)), []);
  return useMemo(
    () => ({ chosen, ids: [...chosen.keys()], toggle, add, clear }),
    [chosen, toggle, add, clear],
  );
};
export type Selection = ReturnType<typeof useSelection>;
