import type { PriceTag, TierModel } from '../../../shared/contracts/installation';
import type { ModelRow, TierModels } from '../../../shared/contracts/models';
import { priceOf } from './price';

const pieces = { still: 'still', clip: 'clip', music: 'music' } as const;

/** What one piece of a model's work costs: a picture, its shortest clip, a piece of music. */
export const priceTag = (row: ModelRow): PriceTag => {
  const seconds = row.kind === 'clip' ? (row.durations[0] ?? null) : null;
  const tag = { model: row.name, piece: pieces[row.kind as keyof typeof pieces], seconds };
  try {
    const { usd } = priceOf(row, { durationSeconds: seconds ?? undefined, references: 1 });
    return { ...tag, usd, basis: 'card' };
  } catch (error) {
    // A card may have prices for some requests only; then there is no single price to show.
    if (!(error instanceof RangeError)) throw error;
    return { ...tag, usd: null, basis: 'card' };
  }
};

/** The models of a tier with their prices, in the order of their use. */
export const tierModelsOf = (
  tier: TierModels,
  models: ReadonlyMap<string, ModelRow>,
): TierModel[] =>
  (Object.entries(tier) as [TierModel['use'], string][]).flatMap(([use, name]) => {
    const row = models.get(name);
    return row
      ? [
          {
            ...priceTag(row),
            ...{ use, provider: row.provider, vendorModel: row.vendorModel },
            ...{ at: row.rate.at, source: row.rate.source, retiresAt: row.retiresAt ?? null },
          },
        ]
      : [];
  });
