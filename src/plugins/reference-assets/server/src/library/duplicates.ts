import type { Duplicate } from '../../../shared/contracts/assets';
import type { MediaWorker } from '../media/media-worker';
import type { Encoder } from '../providers/ports';
import type { Stores } from '../stores';
import { toAsset, type AssetRow } from '../stores/asset-rows';
import type { Scope } from '../stores/asset-filter';
import type { Browse } from './browse';
import { descriptorModel, imageModel } from './encoding';
import { measureProbe } from './measure-probe';
import { scopeOf, type Viewer } from './viewer';

type Needs = Pick<Stores, 'assets' | 'vectors'> & {
  browse: Browse;
  media: MediaWorker;
  encoder: Encoder;
};

/** A picture to compare with the library. */
interface Probe {
  contentHash: string;
  perceptualHash: string;
  vector: ArrayLike<number>;
  model: string;
  except: string[];
}

/** First design's threshold of the vectors; the descriptor is stricter, being coarser. */
const likeness: Record<string, number> = { [descriptorModel]: 0.97 };
const usualLikeness = 0.95;
/** Bits of 64 in which the perceptual hashes of a re-encoded picture may differ. */
const reencodedBits = 6;

/** Bits in which two 64-bit hashes differ, both as 16 hex digits. */
export const hammingDistance = (a: string, b: string): number => {
  let bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; bits > 0n; bits &= bits - 1n) count += 1;
  return count;
};

/** Pictures that are the same, or nearly. */
export const createDuplicates = ({ assets, vectors, browse, media, encoder }: Needs) => {
  const classify = (
    probe: Probe,
    row: AssetRow,
    likenessOf: number,
  ): Pick<Duplicate, 'class' | 'score'> | null => {
    if (row.contentHash === probe.contentHash) return { class: 'same-bytes', score: 1 };
    const bits = row.perceptualHash
      ? hammingDistance(row.perceptualHash, probe.perceptualHash)
      : 64;
    const alike = likenessOf >= (likeness[probe.model] ?? usualLikeness);
    // Equal outlines in other colours are a variant; only the vector can tell them apart.
    if (bits <= reencodedBits)
      return { class: alike ? 're-encoded' : 'variant', score: 1 - bits / 64 };
    return alike ? { class: 'similar', score: likenessOf } : null;
  };

  const compare = async (probe: Probe, scope: Scope): Promise<Duplicate[]> => {
    const near = await vectors.nearest(
      probe.model,
      probe.vector,
      { scope, except: probe.except },
      50,
    );
    const alike = new Map(near.map((one) => [one.documentId, 1 - one.distance]));
    const sameBytes = await assets.ofContent(probe.contentHash, scope);
    const ids = [...new Set([...sameBytes, ...alike.keys()])].filter(
      (id) => !probe.except.includes(id),
    );
    const found = (await assets.some(ids, scope)).flatMap((row) => {
      const verdict = classify(probe, row, alike.get(row.documentId) ?? 0);
      return verdict ? [{ asset: toAsset(row), ...verdict }] : [];
    });
    return found.sort((a, b) => b.score - a.score);
  };

  return {
    /** Duplicates of a stored asset. */
    async ofAsset(documentId: string, viewer: Viewer): Promise<Duplicate[]> {
      const row = await browse.row(documentId, viewer);
      const model = imageModel(encoder);
      const vector = (await vectors.of(model, [documentId])).get(documentId);
      if (!vector || !row.contentHash || !row.perceptualHash) return [];
      const { contentHash, perceptualHash } = row;
      return compare(
        { contentHash, perceptualHash, vector, model, except: [documentId] },
        scopeOf(viewer),
      );
    },

    /** Duplicates of a picture that is not in the library. Throws `ValidationError` for what is none. */
    async ofPicture(path: string, viewer: Viewer): Promise<Duplicate[]> {
      const picture = await measureProbe(media, path);
      const model = imageModel(encoder);
      const vector =
        model === descriptorModel ? picture.descriptor : await encoder.encodeImage(picture.raster);
      return compare({ ...picture, vector, model, except: [] }, scopeOf(viewer));
    },
  };
};
