import type { z } from 'zod';
import type {
  MatchCandidateView,
  MatchReply,
  matchRequest,
} from '../../../shared/contracts/matching';
import { assetTypes } from '../../../shared/contracts/vocabulary';
import type { MatchLibraryFor } from '../library/match-library';
import { scopeOf, type Viewer } from '../library/viewer';
import { tokenize } from '../library/words';
import type { Stores } from '../stores';
import { toAsset } from '../stores/asset-rows';
import type { MatchWeights } from './match';
import { matcherFor } from './plan';

type Needs = Pick<Stores, 'assets'> & {
  libraryFor: MatchLibraryFor;
  weights: MatchWeights;
  /** Logos of the brand kit, as they are now. */
  brandLogos(): Promise<readonly string[]>;
};

/** What of the library suits a beat, role by role; an empty role is "no suitable asset". */
export const createMatchRequests = ({ assets, libraryFor, ...needs }: Needs) => ({
  async match(request: z.infer<typeof matchRequest>, viewer: Viewer): Promise<MatchReply> {
    const { beat, product, limit } = request;
    const named = product ? { name: product, words: tokenize(product) } : null;
    const weights = { ...needs.weights, brandLogos: await needs.brandLogos() };
    const found = await matcherFor(libraryFor, scopeOf(viewer), weights).matchBeat({
      beat,
      product: named,
      limit,
    });
    const ids = [...new Set(assetTypes.flatMap((role) => found[role].map((one) => one.asset)))];
    const rows = await assets.some(ids, scopeOf(viewer));
    const shown = new Map(rows.map((row) => [row.documentId, toAsset(row)]));
    const roles = assetTypes.map((role): [string, MatchCandidateView[]] => [
      role,
      found[role].flatMap(({ asset, ...rest }) => {
        const known = shown.get(asset);
        return known ? [{ asset: known, ...rest }] : [];
      }),
    ]);
    const { confidence, firstDesignConfidence } = found;
    return { ...Object.fromEntries(roles), confidence, firstDesignConfidence } as MatchReply;
  },
});
