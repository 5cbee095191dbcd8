import { assetTypes, type AssetType } from '../../../../shared/contracts/vocabulary';

/** What the first design looks at. Units: `similarity` and `nameMatch` 0–1. */
export type FirstDesignEvidence = {
  found: boolean;
  shotTypeFits: boolean;
  similarity: number;
  nameMatch: number;
};

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * The first design's confidence in a match, 0–1; 0 when nothing was found.
 *
 * Source: first design, 0.3 found + (0.3 shot type fits, else 0.1) + 0.2 × similarity + 0.2 name match.
 */
export const firstDesignConfidence = (evidence: FirstDesignEvidence): number => {
  if (!evidence.found) return 0;
  const shotType = evidence.shotTypeFits ? 0.3 : 0.1;
  return 0.3 + shotType + 0.2 * clamp(evidence.similarity) + 0.2 * clamp(evidence.nameMatch);
};

/** The weighted mean of the confidences in the roles a beat wants; a wanted role without an asset counts 0, a beat wanting none is sure. */
export const beatConfidence = (
  best: Partial<Record<AssetType, number>>,
  wanted: readonly AssetType[],
  weights: Record<AssetType, number>,
): number => {
  const asked = assetTypes.filter((role) => wanted.includes(role));
  const total = asked.reduce((sum, role) => sum + weights[role], 0);
  if (total === 0) return 1;
  return asked.reduce((sum, role) => sum + weights[role] * (best[role] ?? 0), 0) / total;
};
