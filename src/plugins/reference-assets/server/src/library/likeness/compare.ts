import type { DuplicateClass } from '../../../../shared/contracts/duplicates';
import type { MediaWorker, Print } from '../../media/media-worker';
import type { Stores } from '../../stores';
import type { AssetFilter } from '../../stores/asset-filter';
import { descriptorModel } from '../encoding';
import { candidateLimits } from './candidate-limits';

type Needs = Pick<Stores, 'assets' | 'vectors' | 'prints'> & { media: MediaWorker };

/** What a picture is compared by. */
export interface Probe {
  contentHash: string;
  print: Print;
  printHashes: readonly string[];
  /** The measured look; null where it is not known. */
  descriptor: ArrayLike<number> | null;
}

/** An asset that shows the same as a probe, or the same in other colours. */
export interface Likeness {
  documentId: string;
  assetId: number;
  class: Exclude<DuplicateClass, 'similar'>;
  /** How well the pixels fit, 0–1. */
  score: number;
}

/**
 * Compares a picture with the library: candidates by byte hash, perceptual hash and look, each verified on its pixels.
 */
export const createComparison = ({ assets, vectors, prints, media }: Needs) => {
  const candidates = async (probe: Probe, filter: AssetFilter) => {
    const { hashBits, hashed, nearest, searchLikeness, searched } = candidateLimits;
    const byHash = await prints.near(probe.printHashes, hashBits, filter, hashed);
    const byLook = probe.descriptor
      ? await vectors.nearest(descriptorModel, probe.descriptor, filter, nearest)
      : [];
    const close = byLook.filter(({ distance }) => 1 - distance >= searchLikeness);
    const search = new Set(close.slice(0, searched).map(({ documentId }) => documentId));
    const ids = new Set([...byHash, ...byLook].map(({ documentId }) => documentId));
    return { ids: [...ids], search };
  };

  return {
    /** What of the library shows the same, best first within each class. */
    async against(probe: Probe, filter: AssetFilter): Promise<Likeness[]> {
      const same = new Set(await assets.ofContent(probe.contentHash, filter.scope));
      const { ids, search } = await candidates(probe, filter);
      const found = await prints.of([...new Set([...ids, ...same])]);
      const others = found.filter(({ documentId }) => !filter.except?.includes(documentId));
      const verdicts = await media.judge({
        print: probe.print,
        others: others.map(({ documentId, width, height, pixels, contentHash }) => ({
          print: { width, height, pixels },
          // Same bytes need no second look.
          search: search.has(documentId) && contentHash !== probe.contentHash,
        })),
      });
      return others.flatMap(({ documentId, assetId, contentHash }, at): Likeness[] => {
        if (contentHash === probe.contentHash)
          return [{ documentId, assetId, class: 'same-bytes', score: 1 }];
        const verdict = verdicts[at];
        return verdict ? [{ documentId, assetId, ...verdict }] : [];
      });
    },
  };
};
export type Comparison = ReturnType<typeof createComparison>;
