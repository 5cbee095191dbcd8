import {
  priceTag,
  tierModelsOf,
} from '../../../src/plugins/reference-assets/server/src/money/price-tags';
import {
  readModels,
  readTiers,
} from '../../../src/plugins/reference-assets/server/src/providers/models';

const { models } = readModels({});
const { tiers } = readTiers({}, models);

describe('price tags', () => {
  it('say what a piece of every model of every tier costs, and since when', () => {
    for (const tier of Object.values(tiers))
      for (const model of tierModelsOf(tier, models)) {
        expect(model.usd).toBeGreaterThan(0);
        expect(model.at).toMatch(/^\d{4}-\d\d-\d\d$/);
      }
  });

  it('tell the length a clip is priced at', () => {
    const clip = models.get(tiers.standard.video);
    if (!clip) throw new Error('the standard tier has a video model');
    expect(priceTag(clip)).toMatchObject({ piece: 'clip', seconds: clip.durations[0] });
  });
});
