import { createWordFinder } from '../../../src/plugins/reference-assets/server/src/library/find-words';

const filter = { scope: { all: true } } as const;

describe('createWordFinder', () => {
  const finderIn = (library: string[][]) => {
    const asked: string[][] = [];
    const finder = createWordFinder({
      vocabulary: async () => [...new Set(library.flat())],
      matching: async (words) => {
        asked.push([...words]);
        return library.flatMap((own, index) =>
          own.some((word) => words.includes(word)) ? [`asset-${index}`] : [],
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
    const { finder } = finderIn([['kettl']]);
    expect(await finder.find(['kettel'], filter, 10)).toEqual(['asset-0']);
  });

  it('asks nothing for no words', async () => {
    const { finder, asked } = finderIn([['kettl']]);
    expect(await finder.find([], filter, 10)).toEqual([]);
    expect(asked).toEqual([]);
  });
});
