import { foldersWith } from '../../../../src/plugins/reference-assets/server/src/library/shelf/facets';

describe('folders to filter by', () => {
  const folders = [
    { id: 1, name: 'Brand', path: '/1' },
    { id: 2, name: 'Logos', path: '/1/2' },
    { id: 3, name: 'Empty', path: '/3' },
    { id: 12, name: 'Other', path: '/12' },
  ];

  it('have their whole name and count what lies below them, not what only begins alike', () => {
    const counts = new Map([
      ['/1', 2],
      ['/1/2', 3],
      ['/12', 1],
    ]);
    expect(foldersWith(folders, counts)).toEqual([
      { id: 1, name: 'Brand', count: 5 },
      { id: 2, name: 'Brand / Logos', count: 3 },
      { id: 12, name: 'Other', count: 1 },
    ]);
  });
});
