import type { JobProducer } from '../../jobs/contract';
import type { MediaWorker } from '../../media/media-worker';
import type { Stores } from '../../stores';
import type { FileLook, FileToCheck, NotedLook } from '../../stores/file-checks';
import type { FileRow } from '../../stores/media-files';
import type { LostFile } from '../../stores/relinks';
import { pictureBytes } from '../picture-bytes';

type Needs = Pick<Stores, 'assets' | 'files' | 'fileChecks' | 'relinks'> & {
  media: MediaWorker;
  jobs: JobProducer;
  now?: () => number;
};

/** Most files that one reconcile looks at, and for how long, ms; the next one goes on where it ended. */
const mostFiles = 20_000;
const mostMs = 120_000;
/** So many remote files are asked for at once. */
const atOnce = 8;
/** So many files are read from the database, and their looks noted, in one statement. */
const readAtOnce = 200;
const lostPage = 500;
/** More files of one size than this leave open whether the right one is among them. */
const mostCandidates = 20;

interface Checked extends NotedLook {
  isSuspect: boolean;
}

/** What became of the assets without their file. */
export interface LostAndFound {
  /** How many have theirs again. */
  relinked: number;
  /** Document ids of those whose file is nowhere: every file that could be it was read. */
  gone: string[];
  /** Files that may be the file of one and could not be read. They are taken up as no new asset until that is known. */
  open: number[];
}

/** Keeps assets and the files below them together, whoever changed the files. */
export const createFileUpkeep = (needs: Needs) => {
  const { assets, files, fileChecks, relinks, media, jobs, now = Date.now } = needs;
  const isNewer = (changedAt: Date | null, analysedAt: string | null): boolean =>
    changedAt !== null && analysedAt !== null && changedAt > new Date(analysedAt);

  const hasChanged = (look: FileLook, known: string | null, analysedAt: string | null): boolean => {
    if (look.state !== 'there') return false;
    return known === null ? isNewer(look.changedAt, analysedAt) : known !== look.fingerprint;
  };

  /** Looks at a file and has its asset analysed again where the bytes changed, are gone, or are there again. */
  const check = async (file: FileRow, due: FileToCheck): Promise<Checked> => {
    const { documentId, known, analysedAt, isMissed } = due;
    const look = await fileChecks.look(file);
    const isSuspect = isMissed
      ? look.state === 'there'
      : look.state === 'gone' || hasChanged(look, known, analysedAt);
    // What failed is analysed only when it is owed.
    if (isSuspect && isMissed) await assets.owe([documentId]);
    if (isSuspect) await jobs.ring({ kind: 'asset.analyse', assetId: documentId });
    const fingerprint = look.state === 'there' ? look.fingerprint : null;
    return { fileId: file.id, fingerprint, isSuspect };
  };

  /** Looks at files, some at once, until the time is over; what was noted and not rung for would never be seen again. */
  const checkAll = async (due: readonly FileToCheck[], endAt: number): Promise<Checked[]> => {
    const rows = await files.some(due.map(({ fileId }) => fileId));
    const left = due.values();
    const checked: Checked[] = [];
    const lookOn = async (): Promise<void> => {
      for (const one of left) {
        const file = rows.get(one.fileId);
        if (file) checked.push(await check(file, one));
        if (now() >= endAt) return;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lookOn));
    await fileChecks.note(checked);
    return checked;
  };

  /** The bytes of a file as they are compared; null when they cannot be read, now or ever. */
  const hashOf = async (fileId: number): Promise<string | null> => {
    const file = await files.find(fileId);
    if (!file) return null;
    try {
      return await media.hash(await pictureBytes(files, file));
    } catch {
      return null;
    }
  };

  /** The file with an asset's bytes, `gone` when it is none of the candidates, `open` when that cannot be told. */
  const sameBytes = async (
    { candidates, contentHash }: LostFile,
    taken: ReadonlySet<number>,
  ): Promise<number | 'gone' | 'open'> => {
    if (contentHash === null) return 'gone';
    let isOpen = candidates.length >= mostCandidates;
    for (const id of candidates.filter((one) => !taken.has(one))) {
      const hash = await hashOf(id);
      if (hash === contentHash) return id;
      isOpen ||= hash === null;
    }
    return isOpen ? 'open' : 'gone';
  };

  return {
    /** Has every asset analysed again whose bytes changed behind our back or are gone; returns how many. */
    async changedBytes(): Promise<number> {
      const due = await fileChecks.due(mostFiles);
      const endAt = now() + mostMs;
      let count = 0;
      for (let at = 0; at < due.length && now() < endAt; at += readAtOnce) {
        const checked = await checkAll(due.slice(at, at + readAtOnce), endAt);
        count += checked.filter(({ isSuspect }) => isSuspect).length;
      }
      return count;
    },

    /** Finds files of assets again that a restored backup gave new ids, and says which assets have none any more. */
    async findLost(): Promise<LostAndFound> {
      const found: LostAndFound = { relinked: await relinks.followRelations(), gone: [], open: [] };
      const taken = new Set<number>();
      for (let after = 0; ;) {
        const page = await relinks.lost(after, lostPage, mostCandidates);
        for (const lost of page) {
          const fileId = await sameBytes(lost, taken);
          if (fileId === 'gone') found.gone.push(lost.documentId);
          else if (fileId === 'open') found.open.push(...lost.candidates);
          else {
            await assets.update(lost.id, { file: fileId, fileId });
            taken.add(fileId);
            found.relinked += 1;
          }
        }
        if (page.length < lostPage) return found;
        after = page[page.length - 1].id;
      }
    },
  };
};
export type FileUpkeep = ReturnType<typeof createFileUpkeep>;
