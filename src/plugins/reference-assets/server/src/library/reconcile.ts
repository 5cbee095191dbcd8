import type { Mended } from '../../../shared/contracts/status';
import { analysisVersion } from '../constants';
import { done, type JobHandler, type JobProducer } from '../jobs/contract';
import type { Encoder } from '../providers/ports';
import type { Stores } from '../stores';
import type { Describe } from './analysis/describe';
import { descriptorModel } from './encoding';
import { indexWords, wordsVersion } from './index-words';
import type { Ingest } from './ingest';
import type { MergeHistory } from './likeness/merge-history';
import type { FileUpkeep } from './upkeep/check-files';

type Needs = Pick<
  Stores,
  | 'assets'
  | 'files'
  | 'beats'
  | 'logoCopies'
  | 'vectors'
  | 'videos'
  | 'words'
  | 'prints'
  | 'states'
  | 'imports'
  | 'deliveries'
> & {
  ingest: Ingest;
  mergeHistory: Pick<MergeHistory, 'purge'>;
  upkeep: FileUpkeep;
  encoder: Encoder;
  describe: Describe;
  /** Has searches answer from the vectors of a new model once these are complete. */
  switchModels(): Promise<void>;
  jobs: JobProducer;
  /** Removes bytes whose writer died. */
  sweepFiles(): Promise<number>;
  /** Rings for what a video is owed. */
  advance(videoId: string): Promise<void>;
  workingStages: Parameters<Stores['videos']['inStages']>[0];
  /** Frees money that is held for what will not be made any more; returns how many holds. */
  freeMoney(): Promise<number>;
  log: { info(message: string): void; warn(message: string): void };
};

const batch = 500;
/** Below what a person is waiting for. */
const priority = -1;

/** A step that fails keeps no other from its work; the next reconcile tries it again. */
const attempting =
  (log: Needs['log']) =>
  async <T>(what: string, step: () => Promise<T>): Promise<T | null> => {
    try {
      return await step();
    } catch (error) {
      log.warn(`reconcile: ${what} failed: ${(error as Error).message}`);
      return null;
    }
  };

/**
 * Job `library.reconcile`: compares what is with what should be, and rings for the difference.
 *
 * The database is the truth: whatever a killed process or a lost queue left undone is found here.
 */
export const createReconcile = (
  needs: Needs,
): JobHandler<'library.reconcile'> & { mend(): Promise<Mended> } => {
  const { assets, files, beats, vectors, videos, words, ingest, encoder, jobs } = needs;

  const attempt = attempting(needs.log);

  const newAssets = async (but: readonly number[]): Promise<number> => {
    const since = await needs.states.installedAt();
    let count = 0;
    for (
      let ids = await files.withoutAsset(batch, since, but);
      ids.length > 0;
      ids = await files.withoutAsset(batch, since, but)
    ) {
      for (const id of ids) {
        const file = await files.find(id);
        if (file) await ingest.arrived(file, null);
        count += 1;
      }
      if (ids.length < batch) break;
    }
    return count;
  };

  /** Only what was looked for is let go of, and a file that may be a lost one makes no asset of its own. */
  const lostAndNew = async () => {
    const { relinked, gone, open } = await needs.upkeep.findLost();
    for (const documentId of gone) await assets.remove(documentId);
    return { relinked, lostAssets: gone.length, newAssets: await newAssets(open) };
  };

  const analyses = async (): Promise<number> => {
    const ready = encoder.status().state === 'ready';
    const owed = await assets.owed(
      analysisVersion,
      vectors.isThere ? descriptorModel : null,
      100_000,
    );
    const unembedded = ready ? await vectors.missing(encoder.model, 100_000) : [];
    const ids = [...new Set([...owed, ...unembedded])];
    for (const assetId of ids) await jobs.ring({ kind: 'asset.analyse', assetId }, { priority });
    return ids.length;
  };

  /** Words of an older model or prompt: written again where that is free, else counted, for a person to decide. */
  const oldDescriptions = async (): Promise<number> => {
    const { provider, model, promptVersion } = needs.describe.identity();
    const now = {
      provider: provider ?? '',
      model: model ?? '',
      promptVersion: promptVersion ?? '',
    };
    const filter = { provider: now.provider, status: 'done', outdated: true, now } as const;
    const ids = (await assets.toAnalyse(filter, null)).map(({ documentId }) => documentId);
    if (needs.describe.isPaid()) return ids.length;
    await assets.owe(ids);
    for (const assetId of ids) await jobs.ring({ kind: 'asset.analyse', assetId }, { priority });
    return ids.length;
  };

  /** Words written by older code are written again, without measuring anything. */
  const oldWords = async (): Promise<number> => {
    let count = 0;
    for (;;) {
      const ids = await words.outdated(wordsVersion, batch);
      for (const row of await assets.some(ids, { all: true })) await indexWords(words, row);
      count += ids.length;
      if (ids.length < batch) return count;
    }
  };

  const comparisons = async (): Promise<number> => {
    const ids = await needs.prints.uncompared(100_000);
    for (const assetId of ids) await jobs.ring({ kind: 'asset.compare', assetId });
    return ids.length;
  };

  /** Rings again for what is under way, as the queue may have lost it. */
  const ringAgain = async (): Promise<number> => {
    for (const importId of await needs.imports.open())
      await jobs.ring({ kind: 'library.import', importId });
    for (const copyId of await needs.logoCopies.pending(batch))
      await jobs.ring({ kind: 'logo.apply', copyId });
    const working = await videos.inStages(needs.workingStages, 10_000);
    for (const videoId of working)
      await attempt(`ringing for video ${videoId}`, () => needs.advance(videoId));
    return working.length;
  };

  const orphanFiles = async (): Promise<number> =>
    (await needs.sweepFiles()) + (await files.remove(await files.unlinkedGenerated(batch)));

  const mend = async (): Promise<Mended> => {
    const counted = async (what: string, step: () => Promise<number>): Promise<number> =>
      (await attempt(what, step)) ?? 0;
    await attempt('the change of models', needs.switchModels);
    const orphanBeats = await counted('orphan beats', () => beats.removeOrphans());
    const found = await attempt('lost and new files', lostAndNew);
    return {
      ...(found ?? { relinked: 0, lostAssets: 0, newAssets: 0 }),
      orphanBeats,
      orphanFiles: await counted('orphan files', orphanFiles),
      finalMerges: await counted('final merges', () => needs.mergeHistory.purge()),
      oldDeliveries: await counted('old deliveries', () => needs.deliveries.purge()),
      outdatedWords: await counted('outdated words', oldDescriptions),
      analyses: await counted('analyses', analyses),
      comparisons: await counted('comparisons', comparisons),
      words: await counted('words', oldWords),
      indexes: await counted('indexes', async () => (await vectors.ensureIndexes()).length),
      videos: await counted('videos', ringAgain),
      freedHolds: await counted('held money', needs.freeMoney),
      // At the end: files at a remote provider take a while, and everything else is waited for.
      changedBytes: await counted('changed bytes', () => needs.upkeep.changedBytes()),
    };
  };

  return {
    mend,
    async run() {
      const started = Date.now();
      const mended = await mend();
      const at = new Date(started).toISOString();
      await needs.states.set('reconciled', { at, seconds: (Date.now() - started) / 1000, mended });
      const counts = Object.entries(mended).filter(([, count]) => count > 0);
      if (counts.length > 0)
        needs.log.info(`reconciled: ${counts.map(([what, n]) => `${what} ${n}`).join(', ')}`);
      return done;
    },
    async failed(_job, error) {
      needs.log.warn(`reconcile failed: ${error.message}`);
    },
  };
};
