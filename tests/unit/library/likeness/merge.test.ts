import { createMerging } from '../../../../src/plugins/reference-assets/server/src/library/likeness/merge';

/** Two assets by their owners, and whether the merged one was taken out of the library. */
const libraryOf = (owners: Record<'kept' | 'merged', string | null>) => {
  const takenOut: number[] = [];
  const rowOf = (documentId: 'kept' | 'merged') => ({
    ...{ id: documentId === 'kept' ? 1 : 2, documentId, name: documentId },
    ...{ owner: owners[documentId], fileId: null, humanFields: [], lastUsedAt: null },
  });
  const merging = createMerging({
    browse: { changeable: async () => undefined },
    assets: {
      hold: async (id: 'kept' | 'merged') => rowOf(id),
      update: jest.fn(),
      find: jest.fn(),
    },
    references: { turnAssets: async () => [], rename: async () => [] },
    videoMentions: { videosNaming: async () => [], replace: async () => [] },
    videosAround: {
      demandAtRest: async () => undefined,
      keepApprovals: (_ids: string[], work: () => Promise<void>) => work(),
    },
    snapshots: { takeOut: async (id: number) => void takenOut.push(id) },
    merges: {
      add: async () => undefined,
      hold: async () => ({ createdAt: new Date(0), merged: 'merged', record: {} }),
    },
    activity: { add: async () => undefined },
    jobs: { ring: async () => undefined },
    transaction: <T>(work: () => Promise<T>) => work(),
  } as never);
  const merge = () =>
    merging.into(
      'kept',
      { assetIds: ['merged'], newVersion: false },
      { kind: 'admin', name: 'Admin' },
    );
  return { merge, takenOut };
};

describe('merging assets of several owners', () => {
  it.each([
    ['one of the shared library', null],
    ['one of another user', 'user2'],
  ])('refuses to put %s away for a user’s own', async (_what, owner) => {
    const { merge, takenOut } = libraryOf({ kept: 'user1', merged: owner });
    await expect(merge()).rejects.toThrow('belongs to one user');
    expect(takenOut).toEqual([]);
  });

  it.each([
    [null, null],
    [null, 'user1'],
    ['user1', 'user1'],
  ])('merges into one of %s what belongs to %s', async (kept, merged) => {
    const { merge, takenOut } = libraryOf({ kept, merged });
    await merge();
    expect(takenOut).toEqual([2]);
  });
});
