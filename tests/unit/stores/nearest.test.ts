import { createNearest } from '../../../src/plugins/reference-assets/server/src/stores/nearest';
import type { VectorPolicy } from '../../../src/plugins/reference-assets/server/src/stores/vector-policy';

const everything = { scope: { all: true } } as const;

/** What a search of a graph that holds so many vectors says to the database. */
const saidAt = async (rows: number, filter: Parameters<VectorPolicy['way']>[1] = everything) => {
  const said: { statement: string; bindings: readonly unknown[] }[] = [];
  const sql = async (statement: string, bindings: readonly unknown[] = []) => {
    said.push({ statement, bindings });
    return [];
  };
  const policy = {
    limits: { pgvector: '0.8.0' },
    way: async () => 'graph',
    graphRows: async () => rows,
  };
  const { nearest } = createNearest(sql as never, (work) => work(), policy as never);
  await nearest('clip', new Float32Array([1, 0]), filter, 10);
  return said;
};

describe('following a graph', () => {
  it('goes less far in a small library than in a large one', async () => {
    expect((await saidAt(10_000))[0].bindings[0]).toBe('100');
    expect((await saidAt(100_000))[0].bindings[0]).toBe('120');
  });

  it('takes one statement without a filter, and says more under one', async () => {
    expect(await saidAt(10_000)).toHaveLength(1);
    const filtered = await saidAt(10_000, { scope: { all: false, owner: 'someone' } });
    expect(filtered).toHaveLength(2);
    expect(filtered[0].statement).toContain('enable_sort');
  });
});
