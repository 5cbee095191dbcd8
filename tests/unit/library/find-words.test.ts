import { createWordFinder } from '../../../src/plugins/reference-assets/server/src/library/find-words';

const filter = { scope: { all: true } } as const;

describe('createWordFinder', () => {
  const finderIn = (library: string[][]) => {
    const asked: { words: readonly string[]; all: boolean }[] = [];
    const wordsOf = (assets: string[][]) =>
      [...new Set(assets.flat())].map((word) => ({
        word,
        count: assets.filter((own) => own.includes(word)).length,
      }));
    const holds = (own: string[], words: readonly string[]) =>
      own.some((word) => words.includes(word));
    const finder = createWordFinder({
      vocabulary: async () => ({
        words: wordsOf(library),
        documents: library.length,
        at: String(library.length),
      }),
      writes: () => library.length,
      wordsSince: async (at) => ({
        words: wordsOf(library.slice(Number(at))),
        at: String(library.length),
      }),
      matching: async (groups, _filter, { all }) => {
        asked.push({ words: groups.flatMap(({ words }) => words), all });
        return library.flatMap((own, index) =>
          groups[all ? 'every' : 'some'](({ words }) => holds(own, words))
            ? [{ documentId: `asset-${index}`, version: '1' }]
            : [],
        );
      },
    });
    return { finder, asked };
  };

  it('finds what was brought in after the vocabulary was read', async () => {
    const library = [['kettl']];
    const { finder } = finderIn(library);
    expect(await finder.find(['kettl'], filter, 10)).toEqual(['asset-0']);
    library.push(['ospreyteapot']);
    expect(await finder.find(['ospreyteapot'], filter, 10)).toEqual(['asset-1']);
  });

  it('finds a word that is a typo away from one of the library', async () => {
    const { finder } = finderIn([['zephyrkettl']]);
    expect(await finder.find(['zephirkettl'], filter, 10)).toEqual(['asset-0']);
  });

  it('finds a kind of what is asked for, and nothing that only begins like a word of its own', async () => {
    const { finder } = finderIn([['strawberry'], ['carpet']]);
    expect(await finder.find(['fruit'], filter, 10)).toEqual(['asset-0']);
    expect(await finder.find(['car'], filter, 10)).toEqual([]);
    expect(await finder.find(['carpe'], filter, 10)).toEqual(['asset-1']);
  });

  it('asks for assets that answer every word before it looks through thousands', async () => {
    const common = Array.from({ length: 2500 }, () => ['red', 'shoe']);
    const { finder, asked } = finderIn([...common, ['red']]);
    await finder.find(['red', 'shoe'], filter, 10);
    expect(asked.map(({ all }) => all)).toEqual([true]);
  });

  it('takes a word nobody has apart, to find where its parts stand side by side', async () => {
    const { finder } = finderIn([
      ['play', 'ball'],
      ['train', 'station'],
    ]);
    const [term] = await finder.terms(['playstation']);
    expect([...term.answers].map(([word, { strength }]) => [word, strength])).toEqual([
      ['play', 0],
      ['station', 0],
    ]);
  });

  it('asks nothing for no words', async () => {
    const { finder, asked } = finderIn([['kettl']]);
    expect(await finder.find([], filter, 10)).toEqual([]);
    expect(asked).toEqual([]);
  });
});
