import { createMatchLibrary } from '../../../src/plugins/reference-assets/server/src/library/match-library';

const row = (documentId: string, rest: object) => ({
  ...{ documentId, name: documentId, assetType: 'product', contentHash: 'hash', analysis: null },
  ...{ analysisStatus: 'done', rightsStatus: { usable: true }, file: null, ...rest },
});

it('the matcher looks at what is known of pictures that are analysed again, and at no others', async () => {
  const rows = [
    row('done', {}),
    row('again', { analysisStatus: 'pending' }),
    row('running', { analysisStatus: 'running' }),
    row('no-credit', { analysisStatus: 'failed', analysis: { error: { code: 'no-credit' } } }),
    row('new', { analysisStatus: 'pending', contentHash: null, assetType: null }),
    row('said', { analysisStatus: 'pending', contentHash: null }),
    row('refused', { analysisStatus: 'refused' }),
    row('lost', { analysisStatus: 'failed', analysis: { error: { code: 'file-gone' } } }),
  ];
  const library = createMatchLibrary({
    assets: { ofRole: async () => rows.map(({ documentId }) => documentId) },
    cards: { shown: async () => rows },
    queryVectors: { of: async () => null },
    finder: { find: async () => [] },
  } as never)({ all: true });
  const found = await library.candidates({ role: 'product', words: ['mug'], limit: 9 } as never);
  const ids = found.map(({ documentId }) => documentId);
  expect(ids).toEqual(['done', 'again', 'running', 'no-credit']);
});
