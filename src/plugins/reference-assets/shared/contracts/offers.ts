import type { MediaRef } from './assets';
import type { QualityTier } from './vocabulary';

/** POST /reference-assets/videos/offers (admin) — what each tier would cost and take for a request, and how one looks. */
export interface TierOffer {
  tier: QualityTier;
  /** Null where the tier cannot make it; `reason` says why. */
  estimatedCostUsd: number | null;
  reason: string | null;
  /** As long as the last ones took here, for this length; null where none was made yet. */
  seconds: number | null;
  /** A picture of the newest video of this tier. */
  example: MediaRef | null;
}
