/** What a unit of a step costs with a model. A model without a card has no price, and no price is a refusal. */
export interface RateCard {
  provider: string;
  model: string;
  step: 'plan' | 'still' | 'clip' | 'music' | 'assembly';
  unitUsd: number;
  /** When and where the price was read. */
  source: string;
  at: string;
}

const own = {
  provider: 'local',
  unitUsd: 0,
  source: 'computed on this machine',
  at: '2026-11-22',
} as const;

/** The free local models; paid ones are configured. */
export const localRateCards: readonly RateCard[] = [
  { ...own, model: 'planner-1', step: 'plan' },
  { ...own, model: 'animatic-1', step: 'still' },
  { ...own, model: 'animatic-1', step: 'clip' },
  { ...own, model: 'composer-1', step: 'music' },
  { ...own, model: 'ffmpeg', step: 'assembly' },
];
