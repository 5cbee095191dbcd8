import { editableFields, type Analysis } from '../../../shared/contracts/assets';
import { analysisVersion } from '../constants';
import { StepFailure } from '../errors';
import { done, skipped, type JobHandler, type JobProducer } from '../jobs/contract';
import type { MeasuredPicture, MediaWorker } from '../media/media-worker';
import type { Encoder } from '../providers/ports';
import type { Stores } from '../stores';
import type { AssetRow } from '../stores/asset-rows';
import { descriptorModel } from './encoding';
import { indexWords } from './index-words';
import { pictureBytes } from './picture-bytes';

type Needs = Pick<Stores, 'assets' | 'files' | 'generated' | 'vectors' | 'words' | 'prints'> & {
  jobs: JobProducer;
  media: MediaWorker;
  encoder: Encoder;
};

const newAnalysis = (part: Partial<Analysis>): Omit<Analysis, 'status'> => ({
  provider: 'local',
  model: 'measured',
  promptVersion: analysisVersion,
  confidence: null,
  costUsd: 0,
  error: null,
  at: new Date().toISOString(),
  ...part,
});

/** What the measurement says of each column; `file` supplies the words a person wrote at the upload. */
const columnsOf = (picture: MeasuredPicture) => ({
  name: picture.name,
  description: picture.description,
  assetType: picture.assetType.type,
  primaryObject: picture.primaryObject,
  colors: picture.colors,
  dominantColors: picture.dominantColors,
  styleTags: picture.styleTags,
  recommendedShotTypes: picture.recommendedShotTypes,
  usageContexts: picture.usageContexts,
  isLogo: picture.logo.isLogo,
});

/** What a person wrote about the picture: at the upload, or on the asset since. */
const writtenAbout = (row: AssetRow): string | null =>
  row.humanFields?.includes('description') ? row.description : (row.file?.caption ?? null);

/** Leaves out what a person set: their word stands. */
const withoutHuman = (columns: Record<string, unknown>, row: AssetRow): Record<string, unknown> => {
  const theirs = new Set(row.humanFields ?? []);
  const editable = new Set<string>(editableFields);
  return Object.fromEntries(
    Object.entries(columns).filter(([key]) => !(editable.has(key) && theirs.has(key))),
  );
};

/** Job `asset.analyse`: measures the picture, stores what was found, its vectors and its words. */
export const createAnalyse = (needs: Needs): JobHandler<'asset.analyse'> => {
  const { assets, files, generated, vectors, words, prints, jobs, media, encoder } = needs;

  const embed = async (row: AssetRow, picture: MeasuredPicture): Promise<void> => {
    await vectors.put(row.id, descriptorModel, picture.descriptor);
    if (!picture.raster) return;
    await vectors.put(row.id, encoder.model, await encoder.encodeImage(picture.raster));
  };

  const store = async (row: AssetRow, picture: MeasuredPicture): Promise<void> => {
    const earlier = [row.thumbnail, row.edges].flatMap((file) => file?.id ?? []);
    const name = (kind: string) =>
      `ra_${kind}_${row.documentId}_${picture.contentHash.slice(0, 12)}`;
    const pictureFile = (
      kind: string,
      content: Buffer,
      ext: string,
      mime: string,
      size: { width: number; height: number },
    ) => ({
      hash: name(kind),
      ext,
      mime,
      name: `${kind} of ${row.name}${ext}`.slice(0, 200),
      content,
      ...size,
    });
    const made = [
      pictureFile('thumbnail', picture.thumbnail, '.webp', 'image/webp', {
        width: 400,
        height: 400,
      }),
    ];
    await generated.store(made, async ([thumbnail]) => {
      // Read again: what a person set while the picture was measured is theirs as well.
      const current = await assets.hold(row.documentId);
      if (!current) throw new StepFailure('asset-gone', 'The asset was removed meanwhile.');
      await assets.update(row.id, {
        ...withoutHuman(columnsOf(picture), current),
        width: picture.width,
        height: picture.height,
        sizeBytes: picture.sizeBytes,
        hasTransparency: picture.hasTransparency,
        logoEvidence: picture.logo,
        contentHash: picture.contentHash,
        perceptualHash: picture.perceptualHash,
        thumbnail: thumbnail.id,
        edges: null,
        analysisStatus: 'done',
        analysis: newAnalysis({ confidence: picture.assetType.confidence }),
      });
      await prints.put(row.id, picture.contentHash, picture.print, picture.printHashes);
      await embed(row, picture);
      const stored = await assets.find(row.documentId, { all: true });
      if (stored) await indexWords(words, stored);
    });
    await files.remove(earlier);
  };

  const isEmbedded = async (row: AssetRow): Promise<boolean> =>
    encoder.status().state !== 'ready' ||
    (await vectors.of(encoder.model, [row.documentId])).size > 0;

  const isCurrent = async (row: AssetRow, contentHash: string): Promise<boolean> =>
    row.analysisStatus === 'done' &&
    row.contentHash === contentHash &&
    row.analysis?.promptVersion === analysisVersion &&
    row.thumbnail !== null &&
    isEmbedded(row);

  const fail = async (
    assetId: string,
    status: 'failed' | 'refused',
    error: { code: string; message: string },
  ) => {
    const row = await assets.find(assetId, { all: true });
    if (row)
      await assets.update(row.id, { analysisStatus: status, analysis: newAnalysis({ error }) });
  };

  return {
    async run({ assetId }) {
      const row = await assets.find(assetId, { all: true });
      if (!row) return skipped('the asset is gone');
      if (!row.file) throw new StepFailure('file-gone', 'The asset has no file any more.');
      const input = await pictureBytes(files, row.file);
      const contentHash = await media.hash(input);
      if (await isCurrent(row, contentHash)) return skipped('nothing changed');
      await assets.update(row.id, { analysisStatus: 'running' });
      const words = { fileName: row.file.name, caption: writtenAbout(row) };
      const raster = encoder.status().state === 'ready';
      const picture = await media.measure(input, words, { raster });
      await store(row, picture);
      await jobs.ring({ kind: 'asset.compare', assetId });
      return done;
    },

    async failed({ assetId }, error) {
      await fail(assetId, media.isRefusal(error.code) ? 'refused' : 'failed', error);
    },
  };
};
