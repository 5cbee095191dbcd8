import { createTextReader } from '../../../../src/plugins/reference-assets/server/src/library/search/read-texts';
import type { AssetText } from '../../../../src/plugins/reference-assets/server/src/stores/asset-cards';

const textOf = (documentId: string, description: string): AssetText => ({
  documentId,
  name: 'A',
  description,
  assetType: 'prop',
  primaryObject: null,
  colors: [],
  dominantColors: null,
  styleTags: ['vivid'],
  usageContexts: ['set dressing'],
  isLogo: false,
  altText: null,
  visibleText: null,
  fileName: 'a.jpg',
});

const libraryOf = (rows: Record<string, { version: string; description: string }>) => {
  const asked: string[][] = [];
  const cards = {
    versions: async (ids: readonly string[]) =>
      ids
        .filter((id) => rows[id])
        .map((documentId) => ({ documentId, version: rows[documentId].version })),
    texts: async (ids: readonly string[]) => {
      asked.push([...ids]);
      return ids.filter((id) => rows[id]).map((id) => textOf(id, rows[id].description));
    },
  };
  return { reader: createTextReader({ cards } as never), asked, rows };
};

describe('createTextReader', () => {
  it('reads a text once, and again when its row has changed', async () => {
    const { reader, asked, rows } = libraryOf({
      a: { version: '1', description: 'a red kettle' },
      b: { version: '1', description: 'a lamp' },
    });
    await reader.of(['a', 'b']);
    const [known] = await reader.of(['a']);
    expect(known.words.has('kettle')).toBe(true);
    rows.a = { version: '2', description: 'a blue teapot' };
    const [b, changed] = await reader.of(['b', 'a']);
    expect(b.documentId).toBe('b');
    expect([changed.words.has('kettle'), changed.words.has('teapot')]).toEqual([false, true]);
    expect(asked).toEqual([['a', 'b'], [], ['a']]);
  });

  it('takes the word of the question that found an asset for its version', async () => {
    const { reader, asked, rows } = libraryOf({ a: { version: '1', description: 'a red kettle' } });
    await reader.found([{ documentId: 'a', version: '1' }]);
    await reader.found([{ documentId: 'a', version: '1' }]);
    rows.a.description = 'a teapot';
    const [changed] = await reader.found([{ documentId: 'a', version: '2' }]);
    expect(changed.words.has('teapot')).toBe(true);
    expect(asked).toEqual([['a'], [], ['a']]);
    delete rows.a;
    expect(await reader.found([{ documentId: 'a', version: '3' }])).toEqual([]);
  });

  it('leaves out what is gone, remembered or not', async () => {
    const { reader, rows } = libraryOf({ a: { version: '1', description: 'a kettle' } });
    await reader.of(['a']);
    delete rows.a;
    expect(await reader.of(['a', 'never'])).toEqual([]);
  });

  it('counts a thing more than what is beside it, and a suggested use too little for an answer', async () => {
    const { reader } = libraryOf({ a: { version: '1', description: 'old lamp on a desk' } });
    const [{ words }] = await reader.of(['a']);
    const value = (word: string) => words.get(word)?.value ?? 0;
    expect(value('lamp')).toBeGreaterThan(value('desk'));
    expect(value('desk')).toBeGreaterThan(0.8);
    expect(value('dress')).toBeLessThanOrEqual(0.5);
  });

  it('knows a name in camel case as one word', async () => {
    const { reader } = libraryOf({ a: { version: '1', description: 'YouTube play button' } });
    const [{ words }] = await reader.of(['a']);
    expect(words.has('youtube')).toBe(true);
  });
});
