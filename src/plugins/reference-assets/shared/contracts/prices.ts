/** One line of a price: `units` × `unitUsd`, by which provider and model. */
export interface PriceLine {
  step: 'analysis' | 'plan' | 'still' | 'clip' | 'music' | 'assembly';
  provider: string;
  model: string;
  units: number;
  unitUsd: number;
  totalUsd: number;
}
export interface Quote {
  estimatedCostUsd: number;
  breakdown: PriceLine[];
  /** What the account has left in US dollars; null where nothing is limited. */
  credits: { availableUsd: number } | null;
}
