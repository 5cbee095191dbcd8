import { createMergeHistory } from '../../../../src/plugins/reference-assets/server/src/library/likeness/merge-history';

type Record = { id: string; adopted: { from: number; to: number } | null };

/** An asset with a picture, and merges into it. */
const libraryOf = (fileId: number, merges: Record[]) => {
  const kept = { id: 1, documentId: 'kept', fileId };
  const putBack: string[] = [];
  const history = createMergeHistory({
    assets: {
      some: async () => [{ ...kept }],
      update: async (_id: number, change: object) => void Object.assign(kept, change),
    },
    files: { find: async (id: number) => ({ id }) },
    merges: {
      hold: async (wanted: string) => {
        const found = merges.find(({ id }) => id === wanted);
        if (!found) return null;
        const snapshot = { row: { file_id: found.adopted?.to ?? 9 }, of: found.id };
        const { adopted } = found;
        const record = {
          name: wanted,
          snapshot,
          turned: [],
          reworded: [],
          before: {},
          after: {},
          adopted,
        };
        return { id: wanted, kept: 'kept', merged: wanted, owner: null, record };
      },
      remove: async () => undefined,
    },
    videoMentions: { videosNaming: async () => [], restore: async () => undefined },
    references: { turnBack: async () => undefined },
    snapshots: { putBack: async ({ of }: { of: string }) => void putBack.push(of) },
    activity: { add: async () => undefined },
    jobs: { ring: async () => undefined },
    videosAround: {
      demandAtRest: async () => undefined,
      keepApprovals: (_ids: string[], work: () => Promise<void>) => work(),
    },
    transaction: <T>(work: () => Promise<T>) => work(),
  } as never);
  const undo = (id: string) => history.undo(id, { kind: 'admin', name: 'Admin' });
  return { undo, kept, putBack };
};

const first = { id: 'first', adopted: { from: 10, to: 11 } };
const second = { id: 'second', adopted: { from: 11, to: 12 } };

describe('undoing merges', () => {
  it('undoes new versions in the order of their making only, the last one first', async () => {
    const { undo, kept, putBack } = libraryOf(12, [first, second]);
    await expect(undo('first')).rejects.toThrow('undo the later merges into it first');
    expect([kept.fileId, putBack]).toEqual([12, []]);
    await undo('second');
    await undo('first');
    expect([kept.fileId, putBack]).toEqual([10, ['second', 'first']]);
  });

  it('undoes a merge that left the picture alone whatever came after it', async () => {
    const { undo, kept, putBack } = libraryOf(12, [{ id: 'plain', adopted: null }, second]);
    await undo('plain');
    expect([kept.fileId, putBack]).toEqual([12, ['plain']]);
  });
});
