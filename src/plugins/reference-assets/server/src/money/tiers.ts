import type { QualityTier } from '../../../shared/contracts/vocabulary';

/** Which model does which step of a tier; null where no configured provider offers it. */
export interface Tier {
  tier: QualityTier;
  models: { plan: string; still: string; clip: string; music: string; assembly: string } | null;
  /** Why it is not to be had, for people. */
  reason?: string;
}

const missing = 'No paid image and video provider is configured on this server.';

/** The tiers of this installation. */
export const tiers: readonly Tier[] = [
  {
    tier: 'animatic',
    models: {
      plan: 'planner-1',
      still: 'animatic-1',
      clip: 'animatic-1',
      music: 'composer-1',
      assembly: 'ffmpeg',
    },
  },
  { tier: 'draft', models: null, reason: missing },
  { tier: 'standard', models: null, reason: missing },
  { tier: 'final', models: null, reason: missing },
];
