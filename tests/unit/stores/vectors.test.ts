import { createVectors } from '../../../src/plugins/reference-assets/server/src/stores/vectors';

describe('how much of the library the vectors of a model cover', () => {
  it('leaves out what gets no vector of a new model any more, so that a re-index ends', async () => {
    const states = ['done', 'done', 'failed', 'refused', 'pending', 'running'];
    // As the statement says it: those in none of the states that are bound.
    const sql = async (text: string, [ended]: [string[]]) => {
      expect(text).toContain('a.analysis_status <> ALL(?)');
      const left = states.filter((state) => !ended.includes(state));
      return [{ model: 'old', count: String(left.length) }];
    };
    const policy = { limits: { pgvector: '0.8.0' } };
    const vectors = createVectors(sql as never, { policy } as never);
    expect(await vectors.coverage()).toEqual([{ model: 'old', count: 4 }]);
  });
});
