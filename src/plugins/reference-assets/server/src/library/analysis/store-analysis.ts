import { StepFailure } from '../../errors';
import type { MeasuredPicture } from '../../media/media-worker';
import type { Stores } from '../../stores';
import type { AssetRow } from '../../stores/asset-rows';
import { indexWords } from '../index-words';

type Needs = Pick<
  Stores,
  'assets' | 'files' | 'generated' | 'vectors' | 'words' | 'prints' | 'transaction'
>;

/** Vectors of a picture by the model that made them. */
export type PictureVectors = [model: string, vector: ArrayLike<number>][];

type ColumnsOf = (current: AssetRow) => Partial<Record<keyof AssetRow, unknown>>;

const thumbnailFile = (row: AssetRow, picture: MeasuredPicture) => ({
  hash: `ra_thumbnail_${row.documentId}_${picture.contentHash.slice(0, 12)}`,
  ext: '.webp',
  mime: 'image/webp',
  name: `thumbnail of ${row.name}.webp`.slice(0, 200),
  content: picture.thumbnail,
  width: 400,
  height: 400,
});

/** Writes what an analysis found, each time on the row as it stands: what a person set meanwhile is theirs. */
export const createStoreAnalysis = (needs: Needs) => {
  const { assets, files, generated, vectors, words, prints, transaction } = needs;

  const change = async (row: AssetRow, columnsOf: ColumnsOf): Promise<void> => {
    const current = await assets.hold(row.documentId);
    if (!current) throw new StepFailure('asset-gone', 'The asset was removed meanwhile.');
    await assets.update(row.id, columnsOf(current));
    const stored = await assets.find(row.documentId, { all: true });
    if (stored) await indexWords(words, stored);
  };

  return {
    /**
     * Stores the thumbnail of a picture, what it is found and compared by, and its columns, all or nothing.
     *
     * Its edges are drawn when they are first asked for; those of other bytes go.
     */
    async picture(
      row: AssetRow,
      picture: MeasuredPicture,
      vectorsOfIt: PictureVectors,
      columnsOf: ColumnsOf,
    ): Promise<void> {
      const isSame = row.contentHash === picture.contentHash;
      const old = isSame ? [row.thumbnail] : [row.thumbnail, row.edges];
      const earlier = old.flatMap((file) => file?.id ?? []);
      await generated.store([thumbnailFile(row, picture)], async ([thumbnail]) => {
        const made = { thumbnail: thumbnail.id, ...(!isSame && { edges: null }) };
        await change(row, (current) => ({ ...columnsOf(current), ...made }));
        await prints.put(row.id, picture.contentHash, picture.print, picture.printHashes);
        await vectors.put(row.id, vectorsOfIt);
      });
      await files.remove(earlier);
    },

    /** Stores words that came later. */
    words: (row: AssetRow, columnsOf: ColumnsOf): Promise<void> =>
      transaction(() => change(row, columnsOf)),
  };
};
export type StoreAnalysis = ReturnType<typeof createStoreAnalysis>;
