import { createSuggest } from '../../../../src/plugins/reference-assets/server/src/library/search/suggest';
import { createWordFinder } from '../../../../src/plugins/reference-assets/server/src/library/find-words';

const textOf = (documentId: string, name: string, description: string) => ({
  ...{ documentId, name, description, assetType: 'product', primaryObject: null, colors: [] },
  ...{ dominantColors: null, styleTags: [], usageContexts: [], isLogo: false, altText: null },
  ...{ visibleText: null, fileName: 'a.jpg' },
});

it('a suggestion has its own score where a better one was removed meanwhile', async () => {
  const texts = [textOf('gone', 'Kettle', 'a kettle'), textOf('there', 'a', 'a steel kettle')];
  const words = [
    { word: 'kettle', count: 2 },
    { word: 'steel', count: 1 },
  ];
  const index = {
    vocabulary: async () => ({ words, documents: 2, at: '' }),
    wordsSince: async () => ({ words: [], at: '' }),
    writes: () => 0,
    matching: async () => texts.map(({ documentId }) => ({ documentId, version: '1' })),
  };
  const cards = {
    texts: async () => texts,
    shown: async (ids: string[]) =>
      ids.filter((id) => id !== 'gone').map((documentId) => ({ documentId })),
  };
  const rightsRules = async () => ({});
  const suggest = createSuggest({ cards, rightsRules, finder: createWordFinder(index) } as never);
  const [only, ...more] = await suggest.for('Our new kettle', 5, { kind: 'token', name: 't' });
  expect([only.asset.documentId, more]).toEqual(['there', []]);
  expect(only.score).toBeLessThan(1);
  expect(only.reasons).toEqual(['description has "kettle"']);
});
