import type { z } from 'zod';
import type { importRequest } from '../../../shared/contracts/assets';
import type { Stores } from '../stores';
import type { Ingest } from './ingest';
import { demandMayImport, type Viewer } from './viewer';

type Needs = Pick<Stores, 'files'> & { ingest: Ingest };

/** Makes assets of media that was there before, by file or by folder. */
export const createImportMedia = ({ files, ingest }: Needs) => ({
  /**
   * Returns how many files were taken up; those that have an asset already count as well.
   *
   * Throws: `ForbiddenError` for who may not change the shared library.
   */
  async import(
    request: z.infer<typeof importRequest>,
    viewer: Viewer,
  ): Promise<{ taken: number; missing: number[] }> {
    demandMayImport(viewer);
    const ids = [
      ...new Set([
        ...(request.fileIds ?? []),
        ...(request.folder ? await files.inFolder(request.folder) : []),
      ]),
    ];
    const missing: number[] = [];
    for (const id of ids) {
      const file = await files.find(id);
      if (file) await ingest.arrived(file, null, (request.fileIds ?? []).includes(id));
      else missing.push(id);
    }
    return { taken: ids.length - missing.length, missing };
  },
});
