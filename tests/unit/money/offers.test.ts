import { createOffers } from '../../../src/plugins/reference-assets/server/src/money/offers';
import {
  defaultTiers,
  readModels,
} from '../../../src/plugins/reference-assets/server/src/providers/models';
import {
  retirementDay,
  tokenRate,
} from '../../../src/plugins/reference-assets/server/src/providers/openai';

const offersOn = (today: string, more: object = {}, planning?: string) =>
  createOffers({
    ...{ models: readModels(more as never).models, tiers: defaultTiers },
    vendors: new Set(['replicate']),
    ...(planning && { planning: { name: planning, retiresAt: retirementDay(planning) } }),
    today: () => new Date(`${today}T12:00:00Z`),
  });
const tier = (offers: ReturnType<typeof offersOn>, name: string) =>
  offers.list().find((one) => one.tier === name);
const ending = { 'kling-2.6': { retiresAt: '2027-03-01' } };

describe('a tier whose model is about to end', () => {
  test('is offered without a word until 60 days before', () => {
    expect(tier(offersOn('2026-12-20', ending), 'standard')).toEqual({
      tier: 'standard',
      available: true,
    });
  });
  test('is offered with a warning from then on', () => {
    expect(tier(offersOn('2027-01-01', ending), 'standard')).toMatchObject({
      available: true,
      notice: expect.stringMatching(/kling-2\.6 on 2027-03-01/),
    });
  });
  test('is refused on the day, at the quote', () => {
    const offers = offersOn('2027-03-01', ending);
    expect(tier(offers, 'standard')).toMatchObject({ available: false });
    expect(() => offers.modelsFor({ qualityTier: 'standard' })).toThrow(/ended kling-2\.6/);
  });
});

describe('a model that plans', () => {
  test('warns in every paid tier before its end, and not in the free one', () => {
    const offers = offersOn('2026-12-01', {}, 'gpt-4o-mini');
    expect(tier(offers, 'draft')?.notice).toMatch(/gpt-4o-mini on 2027-01-14, in 44 days/);
    expect(tier(offers, 'animatic')).toEqual({ tier: 'animatic', available: true });
  });
  test('refuses paid videos after its end, whatever models they name', () => {
    const offers = offersOn('2027-01-14', {}, 'gpt-4o-mini');
    expect(() => offers.modelsFor({ qualityTier: 'draft' })).toThrow(/ended gpt-4o-mini/);
    const models = { video: 'hailuo' };
    expect(() => offers.modelsFor({ qualityTier: 'draft', models })).toThrow(/ended gpt-4o-mini/);
    expect(offers.modelsFor({ qualityTier: 'animatic' }).still.provider).toBe('local');
  });
  test('is known by its dated versions, and a price of one\u2019s own says more', () => {
    expect(retirementDay('gpt-4o-2024-11-20')).toBe('2027-01-14');
    expect(retirementDay('gpt-6-luna')).toBeUndefined();
    const rate = tokenRate.parse({
      ...{ inputUsd: 1, cachedInputUsd: 1, outputUsd: 1, at: '2026-11-01', source: 'its page' },
      retiresAt: '2027-06-01',
    });
    expect(retirementDay('gpt-4o', { 'gpt-4o': rate })).toBe('2027-06-01');
  });
});
