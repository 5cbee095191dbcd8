import { errors } from '@strapi/utils';
import type { TierOffer } from '../../../shared/contracts/offers';
import type { Quote } from '../../../shared/contracts/prices';
import type { VideoRequest } from '../../../shared/contracts/video-requests';
import { qualityTiers, type QualityTier } from '../../../shared/contracts/vocabulary';
import type { Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import { toMediaRef } from '../stores/asset-rows';

type Needs = Pick<Stores, 'tierHistory'> & {
  orders: { estimate(request: VideoRequest, viewer: Viewer): Promise<Quote> };
};

/** What each tier would cost and take for a request, so that people choose between prices and not between names. */
export const createTierOffers =
  ({ tierHistory, orders }: Needs) =>
  async (request: VideoRequest, viewer: Viewer): Promise<TierOffer[]> => {
    const pace = await tierHistory.pace();
    const priced = async (qualityTier: QualityTier) => {
      try {
        const quote = await orders.estimate({ ...request, qualityTier, models: null }, viewer);
        return { estimatedCostUsd: quote.estimatedCostUsd, reason: null };
      } catch (error) {
        if (!(error instanceof errors.ApplicationError)) throw error;
        return { estimatedCostUsd: null, reason: error.message };
      }
    };
    const offers: TierOffer[] = [];
    for (const tier of qualityTiers) {
      const perSecond = pace[tier];
      offers.push({
        tier,
        ...(await priced(tier)),
        seconds: perSecond === undefined ? null : perSecond * request.durationSeconds,
        example: toMediaRef(await tierHistory.example(tier)),
      });
    }
    return offers;
  };
