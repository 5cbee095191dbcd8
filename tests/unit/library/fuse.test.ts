import { fuse } from '../../../src/plugins/reference-assets/server/src/library/fuse';

const hits = (...pairs: [string, number][]) => pairs.map(([id, score]) => ({ id, score }));

describe('fuse', () => {
  it('gives 1 to what every source puts first with full score', () => {
    const [first] = fuse([
      { source: 'vector', hits: hits(['a', 1], ['b', 0.4]) },
      { source: 'words', hits: hits(['a', 1], ['c', 0.5]) },
    ]);
    expect(first).toMatchObject({ id: 'a', score: 1, matched: { vector: 1, words: 1 } });
  });

  it('puts what two sources find above what one finds', () => {
    const fused = fuse([
      { source: 'vector', hits: hits(['x', 0.9], ['both', 0.8]) },
      { source: 'words', hits: hits(['y', 0.9], ['both', 0.8]) },
    ]);
    expect(fused[0].id).toBe('both');
  });

  it('keeps each source’s own score and the reasons, each once', () => {
    const [hit] = fuse([
      { source: 'words', hits: [{ id: 'a', score: 0.5, reasons: ['name has "shoe"'] }] },
      {
        source: 'color',
        hits: [{ id: 'a', score: 0.2, reasons: ['name has "shoe"', '20 % red'] }],
      },
    ]);
    expect(hit.matched).toEqual({ words: 0.5, color: 0.2 });
    expect(hit.reasons).toEqual(['name has "shoe"', '20 % red']);
  });

  it('does not let an empty source lower the others, nor the order of equals matter', () => {
    const alone = fuse([{ source: 'words', hits: hits(['a', 0.7], ['b', 0.7]) }]);
    const withEmpty = fuse([
      { source: 'vector', hits: [] },
      { source: 'words', hits: hits(['b', 0.7], ['a', 0.7]) },
    ]);
    expect(withEmpty).toEqual(alone);
    expect(alone[0].score).toBe(alone[1].score);
  });

  it('follows weights', () => {
    const lists = (weight: number) => [
      { source: 'vector' as const, weight, hits: hits(['v', 0.8]) },
      { source: 'words' as const, hits: hits(['w', 0.8]) },
    ];
    expect(fuse(lists(2))[0].id).toBe('v');
    expect(fuse(lists(0.5))[0].id).toBe('w');
  });

  it('stays between 0 and 1 and never rises down the list, whatever comes in', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const list = Array.from({ length: seed }, (_hit, index) => ({
        id: `${(index * seed) % 7}`,
        score: ((index * 37 * seed) % 140) / 100 - 0.2,
      }));
      const scores = fuse([
        { source: 'vector', hits: list },
        { source: 'words', hits: [...list].reverse() },
        { source: 'color', hits: [{ id: '1', score: Number.NaN }] },
      ]).map(({ score }) => score);
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      expect([...scores].sort((a, b) => b - a)).toEqual(scores);
      expect(scores.length).toBe(new Set([...list.map(({ id }) => id), '1']).size);
    }
  });

  it('is empty for nothing', () => {
    expect(fuse([])).toEqual([]);
    expect(fuse([{ source: 'words', hits: [] }])).toEqual([]);
  });
});
