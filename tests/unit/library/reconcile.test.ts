import { createReconcile } from '../../../src/plugins/reference-assets/server/src/library/reconcile';

const none = async () => [];
const zero = async () => 0;

/** A library of which nothing is amiss but what a test says. */
const reconcileOf = (needs: Record<string, unknown>) => {
  const warnings: string[] = [];
  const removed: string[] = [];
  const reconcile = createReconcile({
    assets: {
      owed: none,
      some: none,
      toAnalyse: none,
      remove: async (id: string) => void removed.push(id),
    },
    files: { withoutAsset: none, unlinkedGenerated: none, remove: zero },
    beats: { removeOrphans: zero },
    logoCopies: { pending: none },
    vectors: { isThere: false, ensureIndexes: none },
    videos: { inStages: async () => ['video1', 'video2'] },
    words: { outdated: none },
    prints: { uncompared: none },
    states: { installedAt: async () => new Date(0), set: async () => undefined },
    imports: { open: none },
    deliveries: { purge: zero },
    ingest: { arrived: async () => undefined },
    mergeHistory: { purge: zero },
    upkeep: {
      findLost: async () => ({ relinked: 0, gone: [], open: [] }),
      changedBytes: zero,
    },
    encoder: { status: () => ({ state: 'starting' }) },
    describe: { identity: () => ({}), isPaid: () => true },
    switchModels: async () => undefined,
    jobs: { ring: async () => undefined },
    sweepFiles: zero,
    advance: async () => undefined,
    workingStages: [],
    freeMoney: async () => 3,
    log: { info: () => undefined, warn: (message: string) => void warnings.push(message) },
    ...needs,
  } as never);
  return { reconcile, warnings, removed };
};

describe('the reconcile', () => {
  it('frees money and rings for videos also where the files cannot be looked at', async () => {
    const rung: string[] = [];
    const fails = async () => {
      throw new Error('The disk is gone.');
    };
    const arrived = jest.fn();
    const { reconcile, warnings, removed } = reconcileOf({
      upkeep: { findLost: fails, changedBytes: fails },
      ingest: { arrived },
      files: {
        withoutAsset: async () => [7],
        find: async () => ({ id: 7 }),
        unlinkedGenerated: none,
        remove: zero,
      },
      advance: async (id: string) => {
        rung.push(id);
        if (id === 'video1') throw new Error('This video cannot be read.');
      },
    });
    expect(await reconcile.mend()).toMatchObject({ freedHolds: 3, videos: 2, lostAssets: 0 });
    expect(rung).toEqual(['video1', 'video2']);
    expect(warnings).toHaveLength(3);
    // What may be the file of a lost asset is taken up as another one only once that is known.
    expect([arrived.mock.calls, removed]).toEqual([[], []]);
  });

  it('lets go of what is nowhere, and takes up no file that may be that of a lost asset', async () => {
    const spared: (readonly number[])[] = [];
    const { reconcile, removed } = reconcileOf({
      upkeep: {
        findLost: async () => ({ relinked: 1, gone: ['asset2'], open: [11] }),
        changedBytes: zero,
      },
      files: {
        withoutAsset: async (_limit: number, _since: Date, but: readonly number[]) => {
          spared.push(but);
          return [];
        },
        unlinkedGenerated: none,
        remove: zero,
      },
    });
    expect(await reconcile.mend()).toMatchObject({ relinked: 1, lostAssets: 1, newAssets: 0 });
    expect([removed, spared]).toEqual([['asset2'], [[11]]]);
  });
});
