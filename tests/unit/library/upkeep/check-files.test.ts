import { createFileUpkeep } from '../../../../src/plugins/reference-assets/server/src/library/upkeep/check-files';

interface Lost {
  id: number;
  documentId: string;
  contentHash: string | null;
  candidates: number[];
}

/** Assets without their file, and files by what their bytes hash to; null is a file that cannot be read. */
const upkeepOf = (lost: Lost[], hashes: Record<number, string | null>) => {
  const linked: [number, number][] = [];
  const upkeep = createFileUpkeep({
    assets: {
      update: async (id: number, { fileId }: { fileId: number }) => void linked.push([id, fileId]),
    },
    files: {
      find: async (id: number) => (id in hashes ? { id } : null),
      localPath: () => null,
      read: async ({ id }: { id: number }) => {
        if (hashes[id] === null) throw new Error('The provider does not answer.');
        return Buffer.from(hashes[id]);
      },
    },
    relinks: {
      followRelations: async () => 0,
      lost: async (after: number, limit: number, mostCandidates: number) =>
        lost
          .filter(({ id }) => id > after)
          .slice(0, limit)
          .map((one) => ({ ...one, candidates: one.candidates.slice(0, mostCandidates) })),
    },
    media: { hash: async (bytes: Buffer) => bytes.toString() },
  } as never);
  return { upkeep, linked };
};

interface Looked {
  fileId: number;
  documentId: string;
  known: string | null;
  analysedAt: string | null;
  isMissed: boolean;
}

/** Files that are due, and what a look at each finds; what was done is written down in its order. */
const checksOf = (due: Looked[], looks: (id: number) => object, now?: () => number) => {
  const done: string[] = [];
  const running = { now: 0, most: 0 };
  const upkeep = createFileUpkeep({
    assets: { owe: async ([id]: string[]) => void done.push(`owe ${id}`) },
    files: { some: async (ids: number[]) => new Map(ids.map((id) => [id, { id }])) },
    fileChecks: {
      due: async () => due,
      look: async ({ id }: { id: number }) => {
        running.most = Math.max(running.most, (running.now += 1));
        await Promise.resolve();
        running.now -= 1;
        return looks(id);
      },
      note: async (looks: { fileId: number; fingerprint: string | null }[]) =>
        void done.push(...looks.map(({ fileId, fingerprint }) => `note ${fileId} ${fingerprint}`)),
    },
    jobs: { ring: async ({ assetId }: { assetId: string }) => void done.push(`ring ${assetId}`) },
    now,
  } as never);
  return { upkeep, done, running };
};

const fileOf = (fileId: number, known: string | null): Looked => ({
  ...{ fileId, documentId: `asset${fileId}`, known, analysedAt: '2026-01-01T00:00:00Z' },
  isMissed: false,
});

describe('looking at files', () => {
  const there = (fingerprint: string) => ({ state: 'there', fingerprint, changedAt: null });

  it('rings for changed bytes before it notes them, and notes also what cannot be told', async () => {
    const looks = [there('same'), there('other'), { state: 'gone' }, { state: 'unknown' }];
    for (const [index, expected] of [
      ['note 0 same'],
      ['ring asset1', 'note 1 other'],
      ['ring asset2', 'note 2 null'],
      ['note 3 null'],
    ].entries()) {
      const { upkeep, done } = checksOf([fileOf(index, 'same')], () => looks[index]);
      expect(await upkeep.changedBytes()).toBe(expected.length - 1);
      expect(done).toEqual(expected);
    }
  });

  it('has what was gone analysed once it is there again, and asks for nothing until then', async () => {
    const missed = { ...fileOf(1, 'same'), isMissed: true };
    for (const [look, expected] of [
      [{ state: 'gone' }, ['note 1 null']],
      [{ state: 'unknown' }, ['note 1 null']],
      [there('same'), ['owe asset1', 'ring asset1', 'note 1 same']],
    ] as const) {
      const { upkeep, done } = checksOf([missed], () => look);
      expect(await upkeep.changedBytes()).toBe(expected.length === 1 ? 0 : 1);
      expect(done).toEqual(expected);
    }
  });

  it('looks at some files at once, at each of them once', async () => {
    const due = Array.from({ length: 100 }, (_, id) => fileOf(id, 'same'));
    const { upkeep, done, running } = checksOf(due, () => there('same'));
    await upkeep.changedBytes();
    expect([done.length, new Set(done).size]).toEqual([100, 100]);
    expect(running.most).toBeGreaterThan(1);
    expect(running.most).toBeLessThanOrEqual(16);
  });

  it('leaves the rest to the next time where a provider is slow', async () => {
    let at = 0;
    const due = Array.from({ length: 1000 }, (_, id) => fileOf(id, 'same'));
    const slow = () => {
      at += 10_000;
      return there('same');
    };
    const { upkeep, done } = checksOf(due, slow, () => at);
    await upkeep.changedBytes();
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThan(100);
  });
});

const lostAsset = (
  id: number,
  candidates: number[],
  contentHash: string | null = `hash ${id}`,
) => ({
  ...{ id, documentId: `asset${id}`, contentHash, candidates },
});

describe('finding the files of assets again', () => {
  it('gives an asset the file with its bytes, and lets go of one whose file is nowhere', async () => {
    const { upkeep, linked } = upkeepOf(
      [lostAsset(1, [11, 12]), lostAsset(2, [11]), lostAsset(3, [], null)],
      { 11: 'something else', 12: 'hash 1' },
    );
    const found = await upkeep.findLost();
    expect(linked).toEqual([[1, 12]]);
    expect(found).toEqual({ relinked: 1, gone: ['asset2', 'asset3'], open: [] });
  });

  it('keeps an asset while a file that may be its own cannot be read, and goes on with the others', async () => {
    const { upkeep, linked } = upkeepOf([lostAsset(1, [11]), lostAsset(2, [11, 12])], {
      11: null,
      12: 'hash 2',
    });
    expect(await upkeep.findLost()).toEqual({ relinked: 1, gone: [], open: [11] });
    expect(linked).toEqual([[2, 12]]);
  });

  it('keeps an asset where more files have its size than are looked at', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => 100 + at);
    const hashes = Object.fromEntries(many.map((id) => [id, 'something else']));
    const { upkeep } = upkeepOf([lostAsset(1, many)], hashes);
    const { gone, open } = await upkeep.findLost();
    expect(gone).toEqual([]);
    expect(open.length).toBeGreaterThan(0);
  });

  it('looks for every one of thousands, and gives no file to two', async () => {
    const lost = Array.from({ length: 1200 }, (_, at) => lostAsset(at + 1, [5001, 5002], 'same'));
    const { upkeep, linked } = upkeepOf(lost, { 5001: 'same', 5002: 'same' });
    const { relinked, gone } = await upkeep.findLost();
    expect([relinked, gone.length]).toEqual([2, 1198]);
    expect(linked).toEqual([
      [1, 5001],
      [2, 5002],
    ]);
  });
});
