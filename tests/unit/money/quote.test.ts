import { createOffers } from '../../../src/plugins/reference-assets/server/src/money/offers';
import { priceOf } from '../../../src/plugins/reference-assets/server/src/money/price';
import { quoteUnits } from '../../../src/plugins/reference-assets/server/src/money/quote';
import { videoUnits } from '../../../src/plugins/reference-assets/server/src/money/video-units';
import {
  defaultTiers,
  readModels,
} from '../../../src/plugins/reference-assets/server/src/providers/models';
import type { QualityTier } from '../../../src/plugins/reference-assets/shared/contracts/vocabulary';

const { models } = readModels();
const vendors = new Set(['replicate']);
const offers = createOffers({ models, tiers: defaultTiers, vendors });

const quote = (qualityTier: QualityTier, beats: number, beatSeconds = 5, references = 1) =>
  quoteUnits(
    videoUnits(
      offers.modelsFor({ qualityTier }),
      { durationSeconds: beats * beatSeconds, aspectRatio: '16:9' },
      Array.from({ length: beats }, () => ({ durationSeconds: beatSeconds, references })),
      () => [],
    ),
  );

describe('the price of a video', () => {
  // The totals that the README compares with the first design's.
  it.each([
    ['draft', 3, 0.3512],
    ['draft', 6, 0.6212],
    ['standard', 3, 1.2662],
    ['standard', 6, 2.4512],
    ['final', 3, 3.8912],
    ['final', 6, 7.7012],
  ] as const)('%s, %d beats of 5 s: $%d', (tier, beats, usd) => {
    expect(quote(tier, beats).estimatedCostUsd).toBeCloseTo(usd, 6);
  });

  it('is nothing for an animatic', () => {
    expect(quote('animatic', 3).estimatedCostUsd).toBe(0);
  });

  it('counts the lengths that a model bills, not those of the beat', () => {
    const clips = quote('standard', 1, 7).breakdown.find(({ step }) => step === 'clip');
    expect(clips).toMatchObject({ units: 10, unitUsd: 0.07, totalUsd: 0.7 });
  });

  it('counts a reference picture where the model bills it', () => {
    const still = (references: number) => quote('standard', 1, 5, references).breakdown[0].totalUsd;
    expect(still(3) - still(1)).toBeCloseTo(2 * 0.015, 8);
  });

  it('takes machine time as it was, once that is known', () => {
    const music = models.get('musicgen')!;
    expect(priceOf(music, { seconds: 10 }).usd).toBeCloseTo(0.014, 8);
  });

  it('is refused where the card has none', () => {
    const hailuo = models.get('hailuo')!;
    expect(() => priceOf(hailuo, { durationSeconds: 7 })).toThrow('not known');
  });

  it('is refused for a tier without its vendor and for a model that ended', () => {
    const nobody = createOffers({ models, tiers: defaultTiers, vendors: new Set() });
    expect(() => nobody.modelsFor({ qualityTier: 'draft' })).toThrow('replicate');
    const ended = new Map(models).set('kling-2.6', {
      ...models.get('kling-2.6')!,
      retiresAt: '2026-01-01',
    });
    const late = createOffers({
      ...{ models: ended, tiers: defaultTiers, vendors },
      today: () => new Date('2026-01-02'),
    });
    expect(() => late.modelsFor({ qualityTier: 'standard' })).toThrow('ended kling-2.6');
    const soon = createOffers({
      ...{ models: ended, tiers: defaultTiers, vendors },
      today: () => new Date('2025-12-01'),
    });
    const offer = soon.list().find(({ tier }) => tier === 'standard');
    expect(offer).toMatchObject({ available: true, notice: expect.stringContaining('in 31 days') });
  });
});
