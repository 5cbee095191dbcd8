import { errors } from '@strapi/utils';
import type { PriceLine, Quote, VideoRequest } from '../../../shared/contracts/videos';
import type { RateCard } from './rate-card';
import type { Tier } from './tiers';

/** Counts what a video needs; the planner says how many beats. */
export interface Units {
  beats: number;
}

const roundUsd = (usd: number): number => Math.round(usd * 10_000) / 10_000;

/**
 * Price of a video: the same code for the estimate and for the charge.
 *
 * Throws: `ValidationError` for a tier that is not to be had or a model without a price.
 */
export const createQuote = ({
  tiers,
  rateCards,
}: {
  tiers: readonly Tier[];
  rateCards: readonly RateCard[];
}) => {
  const modelsOf = (tier: VideoRequest['qualityTier']) => {
    const known = tiers.find((one) => one.tier === tier);
    if (known?.models) return known.models;
    const offered = tiers.filter((one) => one.models).map((one) => one.tier);
    throw new errors.ValidationError(
      `The ${tier} tier is not available. ${known?.reason ?? ''} Available: ${offered.join(', ')}.`,
      {
        errors: [
          {
            path: ['qualityTier'],
            message: `expected one of ${offered.join(', ')}`,
            name: 'ValidationError',
          },
        ],
      },
    );
  };
  const line = (step: PriceLine['step'], model: string, units: number): PriceLine => {
    const card = rateCards.find((one) => one.step === step && one.model === model);
    if (!card)
      throw new errors.ValidationError(
        `The price of ${model} is not known, so nothing is made with it.`,
      );
    return {
      step,
      provider: card.provider,
      model,
      units,
      unitUsd: card.unitUsd,
      totalUsd: roundUsd(units * card.unitUsd),
    };
  };
  return {
    modelsOf,
    /** The price of one step, as the ledger writes it. */
    line,
    of(tier: VideoRequest['qualityTier'], units: Units): Quote {
      const models = modelsOf(tier);
      const breakdown = [
        line('plan', models.plan, 1),
        line('still', models.still, units.beats),
        line('clip', models.clip, units.beats),
        line('music', models.music, 1),
        line('assembly', models.assembly, 1),
      ];
      const estimatedCostUsd = roundUsd(breakdown.reduce((sum, one) => sum + one.totalUsd, 0));
      return { estimatedCostUsd, breakdown, credits: null };
    },
  };
};
export type QuoteMaker = ReturnType<typeof createQuote>;
