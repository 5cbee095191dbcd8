import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { errors } from '@strapi/utils';
import type {
  ImportEstimate,
  ImportSelection,
  LibraryImport,
} from '../../../../shared/contracts/imports';
import {
  done,
  later,
  maxAttempts,
  skipped,
  type JobContext,
  type JobHandler,
  type JobProducer,
} from '../../jobs/contract';
import { messageOf } from '../../../../shared/message-of';
import type { Stores } from '../../stores';
import type { ImportRow } from '../../stores/imports';
import { roundUsd, type AnalysisPrice } from '../analysis/price';
import type { Ingest } from '../ingest';
import { demandMayImport, listedOwnerOf, ownerOf, type Viewer } from '../viewer';

type Needs = Pick<Stores, 'imports' | 'files'> & {
  ingest: Ingest;
  jobs: JobProducer;
  /** Pictures taken up in a second at most. */
  picturesPerSecond: number;
  priceOfOne: AnalysisPrice;
  log: { warn(message: string): void };
};

/** Files asked for at once at most. */
const mostAtOnce = 20;

const toImport = ({ owner: _owner, lastFileId: _last, ...shown }: ImportRow): LibraryImport =>
  shown;

/** Makes assets of media that was there before the plugin: a price first, then in the background. */
export const createLibraryImport = (needs: Needs) => {
  const { imports, files, ingest, jobs, picturesPerSecond } = needs;
  const atOnce = Math.max(1, Math.min(mostAtOnce, Math.floor(picturesPerSecond)));

  /** Takes up a file; one that fails each time is left out, as it would keep all that come after it from being taken up. */
  const take = async (id: number, { attempt }: JobContext): Promise<number> => {
    const file = await files.find(id);
    try {
      if (file) await ingest.arrived(file, null);
      return 1;
    } catch (error) {
      if (attempt < maxAttempts) throw error;
      needs.log.warn(`import: file ${id} was not taken up: ${messageOf(error)}`);
      return 0;
    }
  };

  return {
    async estimate(selection: ImportSelection): Promise<ImportEstimate> {
      const count = await imports.count(selection);
      return {
        files: count,
        costUsd: roundUsd(count * (await needs.priceOfOne()).perPictureUsd),
        seconds: Math.ceil(count / picturesPerSecond),
      };
    },

    /** Throws: `ForbiddenError` for who may not change the shared library. */
    async start(selection: ImportSelection, viewer: Viewer): Promise<LibraryImport> {
      demandMayImport(viewer);
      const id = randomUUID();
      const total = await imports.count(selection);
      await imports.add({ id, selection, owner: ownerOf(viewer), total });
      await jobs.ring({ kind: 'library.import', importId: id });
      return toImport((await imports.find(id)) as ImportRow);
    },

    async list(viewer: Viewer): Promise<LibraryImport[]> {
      return (await imports.newest(50, listedOwnerOf(viewer))).map(toImport);
    },

    /** Takes up nothing more; throws `NotFoundError` for an import that is not the viewer's. */
    async stop(id: string, viewer: Viewer): Promise<LibraryImport> {
      const owner = listedOwnerOf(viewer);
      const row = await imports.find(id);
      if (!row || (owner !== undefined && row.owner !== owner))
        throw new errors.NotFoundError('There is no such import.');
      if (!row.endedAt) await imports.end(id);
      return toImport((await imports.find(id)) as ImportRow);
    },

    /**
     * Job `library.import`: goes on where it ended, at a bounded rate. It gives its slot back every few files, which begins
     * the count of its attempts anew: an import of hours outlives any number of restarts.
     */
    job: {
      async run({ importId }, context) {
        const row = await imports.find(importId);
        if (!row || row.endedAt) return skipped('the import has ended');
        const ids = await imports.next(row.selection, row.lastFileId, atOnce);
        for (const id of ids) {
          await imports.advance(importId, id, await take(id, context));
          // One by one: a second's pictures at once would take every thread from requests for as long as they last.
          // Aborted, it throws: the job is put back and goes on in the next process.
          await pause(1000 / picturesPerSecond, undefined, { signal: context.signal });
        }
        if (ids.length > 0) return later(0);
        await imports.end(importId);
        return done;
      },

      async failed({ importId }, error) {
        needs.log.warn(`import ${importId} ended before its time: ${error.message}`);
        await imports.end(importId);
      },
    } satisfies JobHandler<'library.import'>,
  };
};
