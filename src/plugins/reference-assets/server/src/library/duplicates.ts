import { type Duplicate, duplicateClasses } from '../../../shared/contracts/duplicates';
import type { MediaWorker } from '../media/media-worker';
import type { Encoder } from '../providers/ports';
import type { Stores } from '../stores';
import { toAsset } from '../stores/asset-rows';
import type { AssetFilter } from '../stores/asset-filter';
import type { Browse } from './browse';
import { descriptorModel, imageModel } from './encoding';
import type { Comparison, Probe } from './likeness/compare';
import { measureProbe } from './measure-probe';
import { scopeOf, type Viewer } from './viewer';

type Needs = Pick<Stores, 'assets' | 'vectors' | 'prints' | 'pairs'> & {
  browse: Browse;
  media: MediaWorker;
  encoder: Encoder;
  comparison: Comparison;
};

/** First design's threshold of the vectors; the descriptor is stricter, being coarser. */
const likeness: Record<string, number> = { [descriptorModel]: 0.97 };
const usualLikeness = 0.95;

/** A vector of a picture, and the model it comes from. */
interface Look {
  model: string;
  vector: ArrayLike<number>;
}

type Found = Pick<Duplicate, 'class' | 'score' | 'vector'>;

/** Pictures that are the same, or nearly: what their pixels prove, then what only their vectors say. */
export const createDuplicates = (needs: Needs) => {
  const { assets, vectors, prints, pairs, browse, media, encoder, comparison } = needs;

  /** Evidence of the vectors alone: the first design's whole check, here the last and weakest class. */
  const similar = async ({ model, vector }: Look, filter: AssetFilter) => {
    const near = await vectors.nearest(model, vector, filter, 50);
    return near
      .map(({ documentId, distance }) => ({ documentId, score: 1 - distance }))
      .filter(({ score }) => score > (likeness[model] ?? usualLikeness));
  };

  const find = async (probe: Probe, look: Look | null, filter: AssetFilter) => {
    const found = new Map<string, Found>();
    for (const { documentId, score } of look ? await similar(look, filter) : [])
      found.set(documentId, { class: 'similar', score, vector: score });
    for (const { documentId, class: kind, score } of await comparison.against(probe, filter))
      found.set(documentId, {
        class: kind,
        score,
        vector: found.get(documentId)?.vector ?? null,
      });
    const rows = await assets.some([...found.keys()], filter.scope);
    return rows
      .map((row): Duplicate => ({ asset: toAsset(row), ...(found.get(row.documentId) as Found) }))
      .sort((a, b) => rank(a) - rank(b) || b.score - a.score);
  };

  return {
    /** Duplicates of a stored asset; what a person said is none is left out. */
    async ofAsset(documentId: string, viewer: Viewer): Promise<Duplicate[]> {
      await browse.row(documentId, viewer);
      const [known] = await prints.of([documentId]);
      if (!known) return [];
      const vectorOf = async (model: string) =>
        (await vectors.of(model, [documentId])).get(documentId) ?? null;
      const model = imageModel(encoder);
      const [descriptor, vector] = [await vectorOf(descriptorModel), await vectorOf(model)];
      const { contentHash, width, height, pixels } = known;
      const print = { width, height, pixels };
      const except = [documentId, ...(await pairs.distinctFrom(documentId))];
      const probe = { contentHash, print, printHashes: known.hashes, descriptor };
      return find(probe, vector && { model, vector }, { scope: scopeOf(viewer), except });
    },

    /** Duplicates of a picture that is not in the library. Throws `ValidationError` for what is none. */
    async ofPicture(path: string, viewer: Viewer): Promise<Duplicate[]> {
      const raster = imageModel(encoder) !== descriptorModel;
      const picture = await measureProbe(media, path, { raster });
      const model = picture.raster ? encoder.model : descriptorModel;
      const vector = picture.raster
        ? await encoder.encodeImage(picture.raster)
        : picture.descriptor;
      return find(picture, { model, vector }, { scope: scopeOf(viewer) });
    },
  };
};

const rank = (duplicate: Duplicate): number => duplicateClasses.indexOf(duplicate.class);
