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

describe('the job of an import', () => {
  const fileIds = [1, 2, 3, 4, 5];
  /** An import of five files, two at a time, of which one cannot be taken up. */
  const importOf = (poisoned: number | null) => {
    const row = { endedAt: null as string | null, selection: {}, lastFileId: 0, taken: 0 };
    const warnings: string[] = [];
    const { job } = createLibraryImport({
      imports: {
        find: async () => ({ ...row }),
        next: async (_selection: object, after: number, limit: number) =>
          fileIds.filter((id) => id > after).slice(0, limit),
        advance: async (_id: string, lastFileId: number, taken: number) =>
          void Object.assign(row, { lastFileId, taken: row.taken + taken }),
        end: async () => void (row.endedAt = 'now'),
      },
      files: { find: async (id: number) => ({ id }) },
      ingest: {
        arrived: async ({ id }: { id: number }) => {
          if (id === poisoned) throw new Error('no type');
        },
      },
      log: { warn: (message: string) => void warnings.push(message) },
      picturesPerSecond: 2,
    } as never);
    const run = (attempt: number) =>
      job.run(
        { kind: 'library.import', importId: 'i' },
        { attempt, signal: new AbortController().signal },
      );
    return { run, row, warnings };
  };
  beforeAll(() => jest.useFakeTimers({ advanceTimers: 100 }));
  afterAll(() => jest.useRealTimers());

  it('puts itself off every few files, so that restarts never count as many attempts at one', async () => {
    const { run, row } = importOf(null);
    expect(await run(1)).toEqual({ laterMs: 0 });
    expect(row).toMatchObject({ lastFileId: 2, taken: 2, endedAt: null });
    await run(1);
    await run(1);
    expect(await run(1)).toEqual({ done: true });
    expect(row).toMatchObject({ lastFileId: 5, taken: 5, endedAt: 'now' });
  });

  it('is not ended by a file that fails each time', async () => {
    const { run, row, warnings } = importOf(2);
    await expect(run(1)).rejects.toThrow('no type');
    expect(row).toMatchObject({ lastFileId: 1, taken: 1 });
    expect(await run(5)).toEqual({ laterMs: 0 });
    expect(row).toMatchObject({ lastFileId: 3, taken: 2, endedAt: null });
    expect(warnings).toEqual(['import: file 2 was not taken up: no type']);
  });
});
