import { errors } from '@strapi/utils';
import type {
  Installation,
  PriceTag,
  ProviderTest,
  TestableProvider,
} from '../../../shared/contracts/installation';
import {
  paidTiers,
  type ModelRow,
  type PaidTier,
  type TierModels,
} from '../../../shared/contracts/models';
import { ProviderError } from '../errors';
import type { Offers } from '../money/offers';
import { priceTag, tierModelsOf } from '../money/price-tags';
import type { Probe } from '../providers/probe';

interface Needs {
  offers: Offers;
  models: ReadonlyMap<string, ModelRow>;
  tiers: Readonly<Record<PaidTier, TierModels>>;
  probes: ReadonlyMap<string, Probe>;
  analysis: Installation['analysis'];
  vocabulary: Installation['vocabulary'];
  /** Language models in use, and the most that looking at one picture costs; without OpenAI none. */
  language: { models: string[]; lookAtMostUsd: number | null };
}

const names: readonly TestableProvider[] = ['openai', 'replicate', 'google'];

/** What the configuration of this installation says, and whether its vendors answer. */
export const createInstallation = (needs: Needs) => {
  const { offers, models, tiers, probes, analysis, vocabulary, language } = needs;

  /** Rows of a vendor that some tier uses. */
  const inUse = (provider: string): ModelRow[] => {
    const used = paidTiers.flatMap((tier) => Object.values(tiers[tier]));
    return [...new Set(used)].flatMap((name) => {
      const row = models.get(name);
      return row?.provider === provider ? row : [];
    });
  };

  const pricesAt = (provider: TestableProvider): PriceTag[] =>
    provider === 'openai'
      ? [
          {
            ...{ model: analysis.model ?? '', piece: 'analysis', seconds: null },
            ...{ usd: language.lookAtMostUsd, basis: 'at-most' },
          },
        ]
      : inUse(provider).map(priceTag);

  return {
    read: (): Installation => ({
      providers: names.map((name) => ({ name, isConfigured: probes.has(name) })),
      tiers: offers.list().map(({ tier, available, reason, notice }) => ({
        ...{ tier, available, reason: reason ?? null, notice: notice ?? null },
        models: tier === 'animatic' ? [] : tierModelsOf(tiers[tier], models),
      })),
      analysis,
      vocabulary,
    }),

    /**
     * Asks a vendor who we are and whether it has our models; nothing is made and nothing is paid.
     *
     * Throws: `ValidationError` for a vendor that there is no key for.
     */
    async test(provider: TestableProvider): Promise<ProviderTest> {
      const probe = probes.get(provider);
      if (!probe) throw new errors.ValidationError(`There is no key for ${provider}.`);
      const wanted =
        provider === 'openai'
          ? language.models
          : [...new Set(inUse(provider).map(({ vendorModel }) => vendorModel))];
      const begunAt = Date.now();
      const told = { provider, prices: pricesAt(provider) };
      try {
        const answer = await probe(wanted);
        return { ...told, ...answer, ok: true, message: null, tookMs: Date.now() - begunAt };
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        const failed = { ok: false, account: null, models: [], message: error.message };
        return { ...told, ...failed, tookMs: Date.now() - begunAt };
      }
    },
  };
};
