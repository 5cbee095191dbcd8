/** A document id that says what it is of. */
export const id = (name: string): string => name.padEnd(12, '0');

export const at = '2026-03-01T10:00:00.000Z';

/** What use cases return, as far as the tests ask for it. */
export const asset = {
  documentId: id('shoe'),
  name: 'Shoe',
  assetType: 'product',
  colors: ['red'],
  dominantColors: [{ rgb: [200, 10, 10], hex: '#c80a0a', name: 'red', share: 0.4 }],
  logoPositionPreference: 'top-left',
  sizeBytes: 5_000_000_000,
  analysis: { status: 'done', costUsd: 0, at },
  createdAt: at,
};
export const video = {
  documentId: id('video'),
  status: 'in_review',
  aspectRatio: '16:9',
  createdAt: at,
};
export const beat = {
  documentId: id('beat'),
  order: 0,
  references: { product: { asset, score: 1, manual: true }, logo: null },
};
