import type { Analysis } from '../../../shared/contracts/assets';
import { analysisVersion } from '../constants';
import { StepFailure } from '../errors';
import { done, skipped, type JobHandler, type JobProducer } from '../jobs/contract';
import type { MeasuredPicture, MediaWorker } from '../media/media-worker';
import type { Encoder } from '../providers/ports';
import type { Stores } from '../stores';
import type { AssetRow } from '../stores/asset-rows';
import type { FileRow } from '../stores/media-files';
import { describedColumns, measuredColumns } from './analysis/columns';
import type { Describe } from './analysis/describe';
import { localIdentity } from './analysis/describe-locally';
import { createStoreAnalysis, type PictureVectors } from './analysis/store-analysis';
import { descriptorModel, descriptorPartModels } from './encoding';
import { pictureBytes } from './picture-bytes';

type Needs = Pick<
  Stores,
  'assets' | 'files' | 'generated' | 'vectors' | 'words' | 'prints' | 'transaction'
> & {
  jobs: JobProducer;
  media: MediaWorker;
  encoder: Encoder;
  /** The encoder that searches ask; another one than `encoder` while its model's vectors are being made. */
  answering: Encoder;
  describe: Describe;
};

/** What a person wrote about the picture: at the upload, or on the asset since. */
const writtenAbout = (row: AssetRow): string | null =>
  row.humanFields?.includes('description') ? row.description : (row.file?.caption ?? null);

/** Vendor's codes that say no to the picture itself. */
const isDeclined = (code: string): boolean => code === 'content-rejected';

/**
 * Job `asset.analyse`: measures the picture, puts it into words, and stores both with its vectors.
 *
 * Words that are paid for are owed only to what is new, changed or asked for; measuring again keeps them.
 */
export const createAnalyse = (needs: Needs): JobHandler<'asset.analyse'> => {
  const { assets, files, vectors, jobs, media, encoder, describe } = needs;
  const store = createStoreAnalysis(needs);

  const isEmbedded = async (row: AssetRow): Promise<boolean> =>
    encoder.status().state !== 'ready' ||
    (await vectors.of(encoder.model, [row.documentId])).size > 0;

  /** Whether better words are to be had for nothing than those that stand there. */
  const isOutworded = ({ analysis }: AssetRow): boolean =>
    describe.chosen() === 'clip-zero-shot' && analysis?.provider === 'local';

  const isCurrent = async (row: AssetRow): Promise<boolean> =>
    (row.analysis?.measuredVersion ?? row.analysis?.promptVersion) === analysisVersion &&
    row.thumbnail !== null &&
    !isOutworded(row) &&
    (await assets.isComplete(row.id, vectors.isThere ? descriptorModel : null)) &&
    (await isEmbedded(row));

  const encode = async ({ raster }: MeasuredPicture): Promise<Float32Array | null> =>
    raster && encoder.encodeImage(raster);

  /** While searches still answer from another model's vectors, a new picture is found among those as well. */
  const encodeForSearches = async ({
    raster,
  }: MeasuredPicture): Promise<PictureVectors[0] | null> => {
    const { model } = needs.answering;
    const isOther = model !== encoder.model && needs.answering.status().state === 'ready';
    return isOther && raster ? [model, await needs.answering.encodeImage(raster)] : null;
  };

  /** What was measured is kept before anything is paid, and what is known of it is compared at once. */
  const keep: typeof store.picture = async (row, ...found) => {
    await store.picture(row, ...found);
    await jobs.ring({ kind: 'asset.compare', assetId: row.documentId });
  };

  const analyse = async (
    row: AssetRow,
    file: FileRow,
    input: Buffer | string,
    isOwed: boolean,
  ): Promise<void> => {
    const caption = file.caption || null;
    const said = { fileName: file.name, caption: writtenAbout(row) };
    const picture = await media.measure(input, said, {
      raster: encoder.status().state === 'ready',
    });
    const vector = await encode(picture);
    const made: PictureVectors = [[descriptorModel, picture.descriptor]];
    for (const [index, part] of picture.descriptorParts.entries())
      made.push([descriptorPartModels[index], part]);
    if (vector) made.push([encoder.model, vector]);
    const answering = await encodeForSearches(picture);
    if (answering) made.push(answering);
    const undescribed = { row, input, picture, vector, caption };
    const keepsWords = !isOwed && row.analysis?.provider === 'openai';
    if (keepsWords || describe.isPaid()) {
      const measuredVersion = keepsWords ? { measuredVersion: analysisVersion } : {};
      await keep(row, picture, made, (current) => ({
        ...measuredColumns(current, picture),
        analysis: { ...current.analysis, ...measuredVersion },
      }));
      if (keepsWords) return;
      const description = await describe.describe(undescribed);
      return store.words(row, (current) => describedColumns(current, description));
    }
    const description = await describe.describe(undescribed);
    await keep(row, picture, made, (current) => {
      const measured = measuredColumns(current, picture);
      const known = { ...current, ...measured } as AssetRow;
      return { ...measured, ...describedColumns(known, description) };
    });
  };

  /** Notes an ending without words; what was measured or paid before stays. */
  const note = async (
    assetId: string,
    status: Analysis['status'],
    error: { code: string; message: string },
  ): Promise<void> => {
    const row = await assets.find(assetId, { all: true });
    if (!row) return;
    const { costUsd = 0, measuredVersion = null } = row.analysis ?? {};
    const by = media.isRefusal(error.code) ? localIdentity : describe.identity();
    const at = new Date().toISOString();
    const analysis = { ...by, measuredVersion, confidence: null, costUsd, error, at };
    await assets.update(row.id, { analysisStatus: status, analysis });
  };

  return {
    async run({ assetId }) {
      const row = await assets.find(assetId, { all: true });
      if (!row) return skipped('the asset is gone');
      if (!row.file) throw new StepFailure('file-gone', 'The asset has no file any more.');
      const input = await pictureBytes(files, row.file);
      const isAsked = row.analysisStatus === 'pending' || row.analysisStatus === 'running';
      const isChanged = !isAsked && row.contentHash !== (await media.hash(input));
      const isOwed = isAsked || isChanged;
      // A vendor's no is final until a person asks again: a second ring is no reason to pay once more.
      if (!isOwed && row.analysisStatus !== 'done')
        return skipped('it failed and nobody asked again');
      if (!isOwed && (await isCurrent(row))) return skipped('nothing changed');
      if (isOwed) await assets.update(row.id, { analysisStatus: 'running' });
      await analyse(row, row.file, input, isOwed);
      return done;
    },

    failed: ({ assetId }, error) =>
      note(
        assetId,
        media.isRefusal(error.code) || isDeclined(error.code) ? 'refused' : 'failed',
        error,
      ),

    delayed: ({ assetId }, error) => note(assetId, 'pending', error),
  };
};
