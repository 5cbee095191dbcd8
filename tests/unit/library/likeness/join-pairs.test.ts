import { joinPairs } from '../../../../src/plugins/reference-assets/server/src/library/likeness/join-pairs';
import { keeperOf } from '../../../../src/plugins/reference-assets/server/src/library/likeness/keeper';
import { carriedOver } from '../../../../src/plugins/reference-assets/server/src/library/likeness/carry-over';
import type { AssetRow } from '../../../../src/plugins/reference-assets/server/src/stores/asset-rows';

const pair = (one: string, other: string) => ({
  one,
  other,
  class: 're-encoded' as const,
  score: 1,
});
const row = (part: Partial<AssetRow>) =>
  ({ id: 1, humanFields: [], owner: null, ...part }) as AssetRow;

describe('joinPairs', () => {
  it('joins what hangs together, in whatever order the pairs come', () => {
    const sets = joinPairs([pair('a', 'b'), pair('x', 'y'), pair('c', 'd'), pair('b', 'c')]);
    const names = sets.map((set) =>
      [...new Set(set.flatMap((one) => [one.one, one.other]))].sort(),
    );
    expect(names.sort()).toEqual([
      ['a', 'b', 'c', 'd'],
      ['x', 'y'],
    ]);
  });

  it('never joins what must stay apart, however it hangs together, and keeps the surer pair', () => {
    const chain = [{ ...pair('a', 'b'), score: 0.9 }, pair('b', 'c'), pair('c', 'd')];
    const sets = joinPairs(chain, [{ one: 'd', other: 'a' }]);
    expect(sets).toEqual([[pair('b', 'c'), pair('c', 'd')]]);
  });

  it('joins a thousand copies of one picture at once', () => {
    const copies = Array.from({ length: 1000 }, (_, at) => pair('first', `copy-${at}`));
    expect(joinPairs(copies)).toHaveLength(1);
  });
});

describe('keeperOf', () => {
  it('keeps the picture with the most pixels, whatever else speaks for another', () => {
    const large = { row: row({ id: 2, width: 2000, height: 1000 }), uses: 0 };
    const used = { row: row({ id: 1, width: 1000, height: 500, humanFields: ['name'] }), uses: 4 };
    const { keeper, reasons } = keeperOf([used, large]);
    expect([keeper.id, reasons]).toEqual([2, ['it has the most pixels']]);
  });

  it('keeps one of the shared library before the larger one of a user', () => {
    const shared = { row: row({ id: 1, width: 10, height: 10 }), uses: 0 };
    const own = { row: row({ id: 2, width: 2000, height: 1000, owner: 'user1' }), uses: 4 };
    expect(keeperOf([own, shared])).toMatchObject({
      keeper: { id: 1 },
      reasons: ['it belongs to the shared library', 'it was there first'],
    });
  });

  it('of equal pictures keeps the one that is used', () => {
    const first = { row: row({ id: 1, width: 10, height: 10 }), uses: 0 };
    const used = { row: row({ id: 2, width: 10, height: 10 }), uses: 1 };
    expect(keeperOf([first, used])).toMatchObject({
      keeper: { id: 2 },
      reasons: ['it is used most'],
    });
  });
});

describe('carriedOver', () => {
  it('joins tags, takes what only the merged one was told, and counts its use', () => {
    const kept = row({
      styleTags: ['calm'],
      humanFields: ['name'],
      usageCount: 1,
      lastUsedAt: null,
    });
    const merged = row({
      name: 'Other name',
      description: 'Told',
      styleTags: ['bold', 'calm'],
      humanFields: ['name', 'description'],
      usageCount: 2,
      lastUsedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(carriedOver(kept, merged)).toEqual({
      description: 'Told',
      styleTags: ['calm', 'bold'],
      humanFields: ['name', 'description'],
      usageCount: 3,
      lastUsedAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('changes nothing where there is nothing to carry', () => {
    expect(carriedOver(row({ name: 'Kept' }), row({ name: 'Gone' }))).toEqual({});
  });
});
