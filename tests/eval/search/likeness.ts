import { readFile } from 'node:fs/promises';
import { measurePicture } from '../../../src/plugins/reference-assets/server/src/media/analysis/measure';
import {
  descriptorModel,
  descriptorPartModels,
} from '../../../src/plugins/reference-assets/server/src/library/encoding';
import { mean, share, type EvaluationFigure } from '../figures';
import type { EvaluatedLibrary } from '../library/open-library';
import { changes, openForChange } from './changed-views';

const everything = { scope: { all: true } } as const;
const models = { whole: descriptorModel, parts: descriptorPartModels, partPenalty: 0.01 };
const byChance = (pictures: number): number => share(1, pictures);

/** How often a changed view of a picture finds its source first, for each kind of change. */
const changedViews = async ({
  pictures,
  stores,
}: EvaluatedLibrary): Promise<EvaluationFigure[]> => {
  const figures: EvaluationFigure[] = [];
  let found = 0;
  let asked = 0;
  for (const [name, change] of Object.entries(changes)) {
    const firsts: boolean[] = [];
    for (const picture of pictures) {
      const view = await change(await openForChange(picture.file, picture.hasTransparency));
      if (!view) continue;
      const { descriptor } = await measurePicture(view);
      const [first] = await stores.vectors.nearestInPart(models, descriptor, everything, 1);
      firsts.push(first?.documentId === picture.documentId);
    }
    const right = firsts.filter(Boolean).length;
    found += right;
    asked += firsts.length;
    figures.push({
      eval: 'changed-view',
      metric: `${name}: source first`,
      value: share(right, firsts.length),
      n: firsts.length,
      reference: { name: 'random order', value: byChance(pictures.length) },
    });
  }
  const reference = { name: 'random order', value: byChance(pictures.length) };
  const all = {
    eval: 'changed-view',
    metric: 'source first',
    value: share(found, asked),
    n: asked,
  };
  return [{ ...all, reference }, ...figures];
};

const words = (caption: string): Set<string> => new Set(caption.toLowerCase().match(/\p{L}{3,}/gu));

/** Pictures of the same thing by their captions: of one type, and with the same telling word at the end of what they show. */
const sameThing = (a: string, b: string): boolean => {
  const noun = (caption: string): string =>
    caption
      .toLowerCase()
      .replace(/ (on|with|in|at) .*| cut-out.*|, .*/g, '')
      .split(' ')
      .pop() ?? '';
  return (
    noun(a) === noun(b) || (words(a).size > 1 && [...words(a)].every((word) => words(b).has(word)))
  );
};

/** Rank of the first picture of the same kind of product among those that look alike. */
const similarProducts = async ({
  pictures,
  stores,
}: EvaluatedLibrary): Promise<EvaluationFigure[]> => {
  const products = pictures.filter(({ asset_type }) => asset_type === 'product');
  const ranks: number[] = [];
  const chances: number[] = [];
  for (const product of products) {
    const kin = new Set(
      products
        .filter((other) => other !== product && sameThing(product.caption, other.caption))
        .map(({ documentId }) => documentId),
    );
    if (kin.size === 0) continue;
    const { descriptor } = await measurePicture(await readFile(product.file));
    const filter = {
      ...everything,
      except: [product.documentId],
      only: products.map(({ documentId }) => documentId),
    };
    const near = await stores.vectors.nearestInPart(models, descriptor, filter, products.length);
    ranks.push(1 / (near.findIndex(({ documentId }) => kin.has(documentId)) + 1));
    const others = products.length - 1;
    chances.push(
      Array.from({ length: others }, (_, at) => 1 / (at + 1)).reduce((sum, one) => sum + one, 0) /
        others,
    );
  }
  return ranks.length === 0
    ? []
    : [
        {
          eval: 'similar-product',
          metric: 'mean reciprocal rank of another picture of the same thing',
          value: mean(ranks),
          n: ranks.length,
          reference: { name: 'random order', value: mean(chances) },
        },
      ];
};

/** How pictures are ranked by their look alone, without a model. */
export const evaluateLikeness = async (library: EvaluatedLibrary): Promise<EvaluationFigure[]> => [
  ...(await changedViews(library)),
  ...(await similarProducts(library)),
];
