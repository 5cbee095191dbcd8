import type { AssetType } from '../../../../shared/contracts/vocabulary';
import type { ReadCandidate } from './candidate-text';

/** How well an asset of a type can stand in a role, where it is not that of the role. */
const standIns: Partial<Record<AssetType, Partial<Record<AssetType, number>>>> = {
  product: { prop: 0.5 },
  prop: { product: 0.6 },
  environment: { texture: 0.3 },
  texture: { environment: 0.3 },
};
const misjudged = 0.2;
const marked = 0.6;

/**
 * How well an asset's type fits a role, 0–1; 0 when it cannot stand there at all.
 *
 * Shape: what measured analysis may have misjudged keeps a small fit, so that clear words can still win it back.
 */
export const roleFit = (
  role: AssetType,
  { candidate, saysLogo, isDepiction }: ReadCandidate,
): number => {
  const isLogo = candidate.isLogo || candidate.assetType === 'logo';
  if (role === 'logo') {
    if (candidate.assetType === 'logo') return 1;
    // Something with a mark on it may be taken where it is asked for by name, never where the brief leaves the logo open.
    if (isLogo) return marked;
    return saysLogo && !isDepiction ? 0.4 : 0;
  }
  if (isLogo) return saysLogo ? 0 : misjudged;
  if (candidate.assetType === role) return 1;
  return isDepiction ? 0 : (standIns[role]?.[candidate.assetType] ?? misjudged);
};
