import { z } from 'zod';
import type { AssetType, QualityTier } from './vocabulary';

/** POST /reference-assets/providers/:provider/test */
export const testableProvider = z.enum(['openai', 'replicate', 'google']);
export type TestableProvider = z.infer<typeof testableProvider>;

/** What one piece of a model's work costs at its rate card. Units: US dollars; null where the card has no one price. */
export interface PriceTag {
  model: string;
  /** `still` one picture, `clip` one clip of `seconds`, `music` one piece, `analysis` one picture looked at. */
  piece: 'still' | 'clip' | 'music' | 'analysis';
  seconds: number | null;
  usd: number | null;
  /** `at-most`: what it can cost; otherwise what the card says. */
  basis: 'card' | 'at-most';
}

/** A model of a tier, as its registry row says. */
export interface TierModel extends PriceTag {
  use: 'image' | 'video' | 'music' | 'fallbackImage' | 'fallbackVideo';
  provider: string;
  vendorModel: string;
  /** Day the price was read, and where. */
  at: string;
  source: string;
  retiresAt: string | null;
}

/** GET /reference-assets/settings/installation — what the configuration says, which the panel shows and does not change. */
export interface Installation {
  providers: { name: TestableProvider; isConfigured: boolean }[];
  tiers: {
    tier: QualityTier;
    available: boolean;
    reason: string | null;
    notice: string | null;
    models: TierModel[];
  }[];
  analysis: { choice: string; language: string; model: string | null };
  vocabulary: { types: Record<AssetType, string[]>; objects: string[]; styles: string[] };
}

/** What a vendor said when it was asked who we are; nothing is made and nothing is paid. */
export interface ProviderTest {
  provider: TestableProvider;
  ok: boolean;
  /** The vendor's name for our account; null where it has none to tell. */
  account: string | null;
  /** Models we use there, and whether the vendor has them. */
  models: { name: string; isThere: boolean }[];
  /** Why it did not work, in words. */
  message: string | null;
  tookMs: number;
  /** What work there costs. */
  prices: PriceTag[];
}
