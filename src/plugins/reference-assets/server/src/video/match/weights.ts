import type { AssetType } from '../../../../shared/contracts/vocabulary';
import type { ScorePart } from './types';

/** How parts make a score and when an asset is good enough to be proposed. Units: all 0–1. */
export type MatchWeights = {
  parts: Record<ScorePart, number>;
  /** What each role counts for in a beat's confidence. */
  roles: Record<AssetType, number>;
  /** From which semantic similarity on a picture speaks for itself, without a word in common. */
  semanticEvidence: number;
  /** How much closer than this to the best an asset must be to be taken for variety's sake. */
  varietyMargin: number;
  /** What happens when a brief names no brand: take the best logo there is, only a sole brand's, or none. */
  logoWhenUnnamed: 'best' | 'single' | 'none';
  /** Logos of the brand kit, the most important first: they stand where a brief names no brand. */
  brandLogos: readonly string[];
};

/** The matcher's defaults. */
export const defaultMatchWeights: MatchWeights = {
  parts: {
    semantic: 0.25,
    words: 0.2,
    shotType: 0.1,
    role: 0.1,
    name: 0.25,
    rights: 0.05,
    use: 0.05,
  },
  roles: { product: 0.5, logo: 0.2, environment: 0.15, person: 0.15, prop: 0.1, texture: 0.05 },
  semanticEvidence: 0.75,
  varietyMargin: 0.05,
  logoWhenUnnamed: 'single',
  brandLogos: [],
};

/** Weights of a part of the config over the defaults. */
export const completeWeights = (
  given: Partial<Omit<MatchWeights, 'parts' | 'roles'>> & {
    parts?: Partial<MatchWeights['parts']>;
    roles?: Partial<MatchWeights['roles']>;
  } = {},
): MatchWeights => ({
  ...defaultMatchWeights,
  ...given,
  parts: { ...defaultMatchWeights.parts, ...given.parts },
  roles: { ...defaultMatchWeights.roles, ...given.roles },
});
