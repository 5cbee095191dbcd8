import {
  cutVectors,
  cutWords,
} from '../../../../src/plugins/reference-assets/server/src/library/search/cut-off';

const hits = (...scores: number[]) => scores.map((score, index) => ({ id: `${index}`, score }));
const kept = (list: { score: number }[]) => list.map(({ score }) => score);

describe('cutWords', () => {
  it('keeps nothing where less than half of what was asked is answered', () => {
    expect(cutWords(hits(0.4, 0.3))).toEqual([]);
  });

  it('keeps what is nearly as good as the best', () => {
    expect(kept(cutWords(hits(0.98, 0.75, 0.6)))).toEqual([0.98, 0.75]);
    expect(kept(cutWords(hits(0.6, 0.5)))).toEqual([0.6, 0.5]);
  });
});

describe('cutVectors', () => {
  it('keeps what stands out of the crowd, wherever the crowd lies', () => {
    const low = Array.from({ length: 30 }, () => 0.1);
    const high = Array.from({ length: 30 }, () => 0.6);
    expect(kept(cutVectors(hits(0.5, 0.45, ...low)))).toEqual([0.5, 0.45]);
    expect(kept(cutVectors(hits(0.9, 0.8, ...high)))).toEqual([0.9, 0.8]);
  });

  it('keeps everything of a small library that is related at all', () => {
    expect(kept(cutVectors(hits(0.5, 0.2, 0)))).toEqual([0.5, 0.2]);
  });
});
