import { warmUpSearch } from '../../../../src/plugins/reference-assets/server/src/library/search/warm-up';

type Search = Parameters<typeof warmUpSearch>[0];

/** A library of so many assets, and what was asked of it. */
const searchOf = (assets: number) => {
  const asked: string[] = [];
  const read: [number, number][] = [];
  const search = {
    find: ({ q }: { q: string }) => {
      asked.push(q);
      return Promise.resolve({ data: assets > 0 ? [{ asset: { name: 'red kettle' } }] : [] });
    },
    readAhead: (offset: number, limit: number) => {
      read.push([offset, limit]);
      return Promise.resolve(Math.max(0, Math.min(limit, assets - offset)));
    },
  } as unknown as Search;
  return { search, asked, read };
};

describe('warming up the search', () => {
  it('searches for what came last, and reads the whole of a small library ahead', async () => {
    const { search, asked, read } = searchOf(120);
    await warmUpSearch(search);
    expect(asked).toEqual(['', 'red kettle']);
    expect(read).toEqual([
      [0, 50],
      [50, 50],
      [100, 50],
    ]);
  });

  it('asks an empty library for nothing', async () => {
    const { search, asked, read } = searchOf(0);
    await warmUpSearch(search);
    expect([asked, read]).toEqual([[''], []]);
  });
});
