import { readFile } from 'node:fs/promises';
import { measurePicture } from '../../../src/plugins/reference-assets/server/src/media/analysis/measure';
import {
  descriptorModel,
  descriptorPartModels,
} from '../../../src/plugins/reference-assets/server/src/library/encoding';
import type { Viewer } from '../../../src/plugins/reference-assets/server/src/library/viewer';
import {
  colorWords,
  headsOf,
} from '../../../src/plugins/reference-assets/server/src/library/words';
import { mean, share, type EvaluationFigure } from '../figures';
import type { EvaluatedLibrary } from '../library/open-library';
import { changes, openForChange } from './changed-views';

const everything = { scope: { all: true } } as const;
const viewer: Viewer = { kind: 'token', name: 'evaluation' };
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

/** What pictures of anything may be on or of, which does not make them pictures of the same. */
const surroundings = new Set(['background', 'row', 'box', ...colorWords]);
const thingsOf = (caption: string): string[] =>
  [...headsOf(caption)].filter((head) => !surroundings.has(head));

/** What is expected of 1 / (rank of the first of `kin`) in a random order of `others`. */
const rankByChance = (kin: number, others: number): number => {
  let sum = 0;
  let noneBefore = 1;
  for (let rank = 1; rank <= others - kin + 1; rank += 1) {
    const left = others - rank + 1;
    sum += (noneBefore * kin) / left / rank;
    noneBefore *= (left - kin) / left;
  }
  return sum;
};

const reciprocal = (order: readonly string[], kin: ReadonlySet<string>): number => {
  const first = order.findIndex((documentId) => kin.has(documentId));
  return first < 0 ? 0 : 1 / (first + 1);
};

/**
 * Rank of the first picture of the same thing (a mug, a toaster) among products and props, by their look alone and as the
 * library answers, captions standing in for what an analysis would say of them; a caption also says what is the same thing.
 * Without a model a look is colours and shapes, which say little of what a thing is.
 */
const similarThings = async ({
  pictures,
  stores,
  search,
}: EvaluatedLibrary): Promise<EvaluationFigure[]> => {
  const things = pictures.filter(
    ({ asset_type: type, type_scored: isScored }) =>
      isScored && (type === 'product' || type === 'prop'),
  );
  const only = things.map(({ documentId }) => documentId);
  const ranks = { look: [] as number[], library: [] as number[], chance: [] as number[] };
  for (const thing of things) {
    const names = thingsOf(thing.caption);
    const isKin = (other: (typeof things)[number]): boolean =>
      other !== thing && thingsOf(other.caption).some((name) => names.includes(name));
    const kin = new Set(things.filter(isKin).map(({ documentId }) => documentId));
    if (kin.size === 0) continue;
    const { descriptor } = await measurePicture(await readFile(thing.file));
    const filter = { ...everything, only, except: [thing.documentId] };
    const near = await stores.vectors.nearestInPart(models, descriptor, filter, things.length);
    const query = { page: 1, limit: pictures.length };
    const { data } = await search.similar(thing.documentId, query, viewer);
    const answered = data.map(({ asset }) => asset.documentId).filter((id) => only.includes(id));
    const looked = near.map(({ documentId }) => documentId);
    ranks.look.push(reciprocal(looked, kin));
    ranks.library.push(reciprocal(answered, kin));
    ranks.chance.push(rankByChance(kin.size, things.length - 1));
  }
  const figure = (how: string, values: number[]): EvaluationFigure => ({
    eval: 'similar-product',
    metric: `mean reciprocal rank of another picture of the same thing, ${how}`,
    value: mean(values),
    n: values.length,
    reference: { name: 'random order', value: mean(ranks.chance) },
  });
  return ranks.look.length === 0
    ? []
    : [figure('by look alone', ranks.look), figure('as the library answers', ranks.library)];
};

/** How pictures are ranked by their look alone, without a model. */
export const evaluateLikeness = async (library: EvaluatedLibrary): Promise<EvaluationFigure[]> => [
  ...(await changedViews(library)),
  ...(await similarThings(library)),
];
