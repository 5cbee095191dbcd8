import { mostComparedByParts } from '../../constants';
import type { Stores } from '../../stores';
import type { AssetFilter } from '../../stores/asset-filter';
import { descriptorModel, descriptorPartModels } from '../encoding';
import type { RankedList } from '../fuse';

/** How many of the nearest are ranked; what lies behind is on no page. */
const poolSize = 200;
/** A part of a picture is held a little farther than the whole. */
const partPenalty = 0.01;

const score = (distance: number): number => Math.max(0, Math.min(1, 1 - distance));

/** Pictures ranked by likeness to a look. */
export const createLookList = ({ vectors, cards }: Pick<Stores, 'vectors' | 'cards'>) => {
  let small: { is: boolean; until: number } | undefined;
  const isSmall = async (): Promise<boolean> => {
    if (!small || Date.now() > small.until) {
      const total = await cards.count({ scope: { all: true } });
      small = { is: total <= mostComparedByParts, until: Date.now() + 60_000 };
    }
    return small.is;
  };
  return {
    async list(
      look: { vector: ArrayLike<number>; model: string; reason: string; except: readonly string[] },
      filter: AssetFilter,
    ): Promise<RankedList> {
      const { vector, model, reason, except } = look;
      const where = { ...filter, except };
      const byParts = model === descriptorModel && (await isSmall());
      const models = { whole: model, parts: descriptorPartModels, partPenalty };
      const near = byParts
        ? await vectors.nearestInPart(models, vector, where, poolSize)
        : await vectors.nearest(model, vector, where, poolSize);
      const hits = near.map(({ documentId, distance }) => ({
        id: documentId,
        score: score(distance),
        reasons: [reason],
      }));
      return { source: 'vector', weight: 1.5, hits };
    },
  };
};
