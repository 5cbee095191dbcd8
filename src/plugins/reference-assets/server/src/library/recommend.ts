import { errors } from '@strapi/utils';
import type { Hit } from '../../../shared/contracts/assets';
import type { Encoder } from '../providers/ports';
import type { Stores } from '../stores';
import { toAsset } from '../stores/asset-rows';
import { imageModel } from './encoding';
import { scopeOf, type Viewer } from './viewer';

type Needs = Pick<Stores, 'assets' | 'vectors'> & { encoder: Encoder };

const centroid = (vectors: readonly number[][]): number[] =>
  vectors[0].map(
    (_, index) => vectors.reduce((sum, vector) => sum + vector[index], 0) / vectors.length,
  );

/** Assets whose look fits a selection: nearest to the middle of its vectors, the selection itself left out. */
export const createRecommend = ({ assets, vectors, encoder }: Needs) => ({
  async for(assetIds: readonly string[], limit: number, viewer: Viewer): Promise<Hit[]> {
    const scope = scopeOf(viewer);
    const chosen = await assets.some(assetIds, scope);
    if (chosen.length < new Set(assetIds).size)
      throw new errors.ValidationError('Some of these assets are not in your library.');
    const model = imageModel(encoder);
    const known = [...(await vectors.of(model, assetIds)).values()];
    if (known.length === 0) return [];
    const near = await vectors.nearest(model, centroid(known), { scope, except: assetIds }, limit);
    const rows = new Map(
      (
        await assets.some(
          near.map((one) => one.documentId),
          scope,
        )
      ).map((row) => [row.documentId, row]),
    );
    return near.flatMap(({ documentId, distance }) => {
      const row = rows.get(documentId);
      const score = Math.max(0, 1 - distance);
      return row
        ? [
            {
              asset: toAsset(row),
              score,
              matched: { vector: score },
              reasons: ['fits the look of your selection'],
            },
          ]
        : [];
    });
  },
});
