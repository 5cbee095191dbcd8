import { done, skipped, type JobHandler } from '../../jobs/contract';
import type { Stores } from '../../stores';
import { descriptorModel } from '../encoding';
import type { Comparison } from './compare';

type Needs = Pick<Stores, 'assets' | 'vectors' | 'prints' | 'pairs' | 'transaction'> & {
  comparison: Comparison;
  log: { warn(message: string): void };
};

/** Job `asset.compare`: finds what of the library shows the same as an asset, and stores the pairs. */
export const createCompareAsset = (needs: Needs): JobHandler<'asset.compare'> => {
  const { vectors, prints, pairs, comparison, transaction } = needs;
  return {
    async run({ assetId: documentId }) {
      const [known] = await prints.of([documentId]);
      if (!known) return skipped('the asset has no print');
      const { assetId, contentHash, width, height, pixels } = known;
      const print = { width, height, pixels };
      const look = (await vectors.of(descriptorModel, [documentId])).get(documentId) ?? null;
      const probe = { contentHash, print, printHashes: known.hashes, descriptor: look };
      const filter = { scope: { all: true } as const, except: [documentId] };
      const found = await comparison.against(probe, filter);
      await transaction(async () => {
        await pairs.replaceOf(assetId, found);
        await prints.compared(assetId, contentHash);
      });
      return done;
    },

    async failed({ assetId }, error) {
      needs.log.warn(`asset ${assetId} was not compared with the library: ${error.message}`);
    },
  };
};
