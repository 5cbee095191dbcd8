import { StepFailure } from '../../errors';
import type { MeasuredPicture } from '../../media/media-worker';
import type { Stores } from '../../stores';
import type { AssetRow } from '../../stores/asset-rows';
import { indexWords } from '../index-words';

type Needs = Pick<Stores, 'assets' | 'files' | 'generated' | 'vectors' | 'words' | 'transaction'>;

/** Vectors of a picture by the model that made them. */
export type PictureVectors = [model: string, vector: ArrayLike<number>][];

type ColumnsOf = (current: AssetRow) => Partial<Record<keyof AssetRow, unknown>>;

const filesOf = (row: AssetRow, picture: MeasuredPicture) => {
  const file = (
    kind: string,
    content: Buffer,
    { ext, mime }: { ext: string; mime: string },
    { width, height }: { width: number; height: number },
  ) => ({
    hash: `ra_${kind}_${row.documentId}_${picture.contentHash.slice(0, 12)}`,
    ext,
    mime,
    name: `${kind} of ${row.name}${ext}`.slice(0, 200),
    content,
    width,
    height,
  });
  const square = { width: 400, height: 400 };
  return [
    file('thumbnail', picture.thumbnail, { ext: '.webp', mime: 'image/webp' }, square),
    file('edges', picture.edges.png, { ext: '.png', mime: 'image/png' }, picture.edges),
  ];
};

/** Writes what an analysis found, each time on the row as it stands: what a person set meanwhile is theirs. */
export const createStoreAnalysis = (needs: Needs) => {
  const { assets, files, generated, vectors, words, transaction } = needs;

  const change = async (row: AssetRow, columnsOf: ColumnsOf): Promise<void> => {
    const current = await assets.hold(row.documentId);
    if (!current) throw new StepFailure('asset-gone', 'The asset was removed meanwhile.');
    await assets.update(row.id, columnsOf(current));
    const stored = await assets.find(row.documentId, { all: true });
    if (stored) await indexWords(words, stored);
  };

  return {
    /** Stores the pictures made of a picture, its vectors and its columns, all or nothing. */
    async picture(
      row: AssetRow,
      picture: MeasuredPicture,
      vectorsOfIt: PictureVectors,
      columnsOf: ColumnsOf,
    ): Promise<void> {
      const earlier = [row.thumbnail, row.edges].flatMap((file) => file?.id ?? []);
      await generated.store(filesOf(row, picture), async ([thumbnail, edges]) => {
        const made = { thumbnail: thumbnail.id, edges: edges.id };
        await change(row, (current) => ({ ...columnsOf(current), ...made }));
        for (const [model, vector] of vectorsOfIt) await vectors.put(row.id, model, vector);
      });
      await files.remove(earlier);
    },

    /** Stores words that came later. */
    words: (row: AssetRow, columnsOf: ColumnsOf): Promise<void> =>
      transaction(() => change(row, columnsOf)),
  };
};
export type StoreAnalysis = ReturnType<typeof createStoreAnalysis>;
