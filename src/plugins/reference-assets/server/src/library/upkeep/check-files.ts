import type { JobProducer } from '../../jobs/contract';
import type { MediaWorker } from '../../media/media-worker';
import type { Stores } from '../../stores';
import type { FileToCheck } from '../../stores/file-checks';
import { pictureBytes } from '../picture-bytes';

type Needs = Pick<Stores, 'assets' | 'files' | 'fileChecks' | 'relinks'> & {
  media: MediaWorker;
  jobs: JobProducer;
};

/** Most files that one reconcile looks at; the next one goes on where it ended. */
const mostFiles = 20_000;

/** Keeps assets and the files below them together, whoever changed the files. */
export const createFileUpkeep = ({ assets, files, fileChecks, relinks, media, jobs }: Needs) => {
  const isNewer = (changedAt: Date | null, analysedAt: string | null): boolean =>
    changedAt !== null && analysedAt !== null && changedAt > new Date(analysedAt);

  /** Whether the bytes of a file have to be read again, because they changed or are gone. */
  const isSuspect = async ({ fileId, known, analysedAt }: FileToCheck): Promise<boolean> => {
    const file = await files.find(fileId);
    if (!file) return false;
    const look = await fileChecks.look(file);
    if (look.state !== 'there') return look.state === 'gone';
    await fileChecks.note(fileId, look.fingerprint);
    return known === null ? isNewer(look.changedAt, analysedAt) : known !== look.fingerprint;
  };

  const sameBytes = async (candidates: readonly number[], contentHash: string) => {
    for (const id of candidates) {
      const file = await files.find(id);
      const hash = file && (await media.hash(await pictureBytes(files, file)).catch(() => null));
      if (hash === contentHash) return id;
    }
    return null;
  };

  return {
    /** Has every asset analysed again whose bytes changed behind our back or are gone; returns how many. */
    async changedBytes(): Promise<number> {
      let count = 0;
      for (const file of await fileChecks.due(mostFiles)) {
        if (!(await isSuspect(file))) continue;
        await jobs.ring({ kind: 'asset.analyse', assetId: file.documentId });
        count += 1;
      }
      return count;
    },

    /** Finds files of assets again that a restored backup gave new ids; returns how many. */
    async relinked(): Promise<number> {
      let count = await relinks.followRelations();
      for (const { id, contentHash, candidates } of await relinks.lost(500)) {
        const fileId = await sameBytes(candidates, contentHash);
        if (fileId === null) continue;
        await assets.update(id, { file: fileId, fileId });
        count += 1;
      }
      return count;
    },
  };
};
export type FileUpkeep = ReturnType<typeof createFileUpkeep>;
