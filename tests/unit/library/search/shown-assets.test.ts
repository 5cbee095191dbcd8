import { createShownAssets } from '../../../../src/plugins/reference-assets/server/src/library/search/shown-assets';
import type { Scope } from '../../../../src/plugins/reference-assets/server/src/stores/asset-filter';
import type { AssetRow } from '../../../../src/plugins/reference-assets/server/src/stores/asset-rows';

const everybody: Scope = { all: true };

const libraryOf = (rows: Record<string, Partial<AssetRow>>) => {
  const asked: string[][] = [];
  const cards = {
    shown: async (ids: readonly string[]) => {
      asked.push([...ids]);
      return ids.filter((id) => rows[id]).map((id) => ({ documentId: id, ...rows[id] }));
    },
  };
  return { shownAssets: createShownAssets({ cards } as never), asked, rows };
};

const namesOf = (rows: readonly AssetRow[]) => rows.map(({ name }) => name);

describe('createShownAssets', () => {
  it('reads an asset once a version, and answers in the order asked for', async () => {
    const { shownAssets, asked, rows } = libraryOf({ a: { name: 'Cup' }, b: { name: 'Lamp' } });
    const first = new Map([
      ['a', '1'],
      ['b', '1'],
    ]);
    expect(namesOf(await shownAssets.of(['b', 'a'], first, everybody))).toEqual(['Lamp', 'Cup']);
    rows.a = { name: 'Mug' };
    expect(namesOf(await shownAssets.of(['a', 'b'], first, everybody))).toEqual(['Cup', 'Lamp']);
    const second = new Map(first).set('a', '2');
    expect(namesOf(await shownAssets.of(['a', 'b'], second, everybody))).toEqual(['Mug', 'Lamp']);
    expect(asked).toEqual([['b', 'a'], [], ['a']]);
  });

  it('reads each time what it is told no version of, and what is gone is left out', async () => {
    const { shownAssets, asked, rows } = libraryOf({ a: { name: 'Cup' } });
    const unknown = new Map<string, string>();
    await shownAssets.of(['a'], unknown, everybody);
    delete rows.a;
    expect(await shownAssets.of(['a'], unknown, everybody)).toEqual([]);
    expect(asked).toEqual([['a'], ['a']]);
  });

  it('reads each time an asset whose licence ends, as that is judged by the moment', async () => {
    const { shownAssets, asked } = libraryOf({
      a: { name: 'Cup', rights: { expiresAt: '2030-01-01' } },
    });
    const versions = new Map([['a', '1']]);
    await shownAssets.of(['a'], versions, everybody);
    await shownAssets.of(['a'], versions, everybody);
    expect(asked).toEqual([['a'], ['a']]);
  });
});
