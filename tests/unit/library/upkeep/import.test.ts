import { createImportMedia } from '../../../../src/plugins/reference-assets/server/src/library/import-media';
import { createLibraryImport } from '../../../../src/plugins/reference-assets/server/src/library/upkeep/import-library';
import type { Viewer } from '../../../../src/plugins/reference-assets/server/src/library/viewer';

const user: Viewer = { kind: 'user', id: 'user1', name: 'User' };
const anyone: Viewer = { kind: 'anyone' };
const token: Viewer = { kind: 'token', name: 'Token' };

/** A media library of one file, and for whom it was taken up. */
const media = () => {
  const owners: (string | null)[] = [];
  const asked: unknown[] = [];
  const rung: unknown[] = [];
  const ingest = {
    arrived: async (_file: unknown, owner: string | null) => void owners.push(owner),
  };
  const files = { find: async (id: number) => ({ id }), inFolder: async () => [] };
  const row = { id: 'import1', owner: null, selection: {}, lastFileId: 0, endedAt: null };
  const imports = {
    count: async () => 1,
    add: async () => undefined,
    find: async () => row,
    newest: async (_limit: number, owner?: string) => {
      asked.push(owner);
      return [row];
    },
    end: async () => undefined,
  };
  const jobs = { ring: async (job: unknown) => void rung.push(job) };
  const libraryImport = createLibraryImport({
    ...{ imports, files, ingest, jobs, picturesPerSecond: 100 },
  } as never);
  return {
    libraryImport,
    importMedia: createImportMedia({ files, ingest } as never),
    owners,
    asked,
    rung,
  };
};

describe('importing existing media', () => {
  it.each([
    ['an API user', user],
    ['nobody in particular', anyone],
  ])(
    'is refused to %s: what others brought would become theirs to delete',
    async (_who, viewer) => {
      const { libraryImport, importMedia, owners, rung } = media();
      await expect(importMedia.import({ fileIds: [1] }, viewer)).rejects.toMatchObject({
        name: 'ForbiddenError',
      });
      await expect(libraryImport.start({ everything: true }, viewer)).rejects.toMatchObject({
        name: 'ForbiddenError',
      });
      await expect(libraryImport.stop('import1', viewer)).rejects.toMatchObject({
        name: 'NotFoundError',
      });
      expect([owners, rung]).toEqual([[], []]);
    },
  );

  it('takes files up into the shared library', async () => {
    const { libraryImport, importMedia, owners, rung } = media();
    await importMedia.import({ fileIds: [1] }, token);
    await libraryImport.start({ everything: true }, token);
    expect(owners).toEqual([null]);
    expect(rung).toHaveLength(1);
  });

  it('lists everybody’s to those who see everything, and nothing to nobody in particular', async () => {
    const { libraryImport, asked } = media();
    for (const viewer of [token, user, anyone]) await libraryImport.list(viewer);
    expect(asked).toEqual([undefined, 'user1', '']);
  });
});
