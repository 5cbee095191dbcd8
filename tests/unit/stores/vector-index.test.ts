import { createVectorIndex } from '../../../src/plugins/reference-assets/server/src/stores/vector-index';
import { createVectorPolicy } from '../../../src/plugins/reference-assets/server/src/stores/vector-policy';
import type { RunSql } from '../../../src/plugins/reference-assets/server/src/stores/sql';

interface Given {
  pgvector?: string;
  embedded?: boolean;
  rows?: number;
  indexes?: string[];
  models?: string[];
}

const statesWith = ({
  pgvector = '0.8.0',
  embedded = false,
  rows = 50_000,
  indexes = [],
  models = ['clip'],
}: Given) => {
  const sql = (async (statement: string) => {
    if (statement.includes('FROM pg_index')) return indexes.map((name) => ({ name }));
    return statement.includes('GROUP BY model')
      ? models.map((model) => ({ model, rows, dimension: 8 }))
      : [];
  }) as RunSql;
  const policy = createVectorPolicy(sql, { pgvector, embedded, exactMs: 15, exactRows: 3000 });
  return createVectorIndex(sql, (work) => work(sql), policy).indexStates();
};

describe('what the status page says of the index', () => {
  const graph = ['reference_asset_vectors_clip'];

  it('follows the graph, and is exact where a graph would lose answers', async () => {
    const [state] = await statesWith({ indexes: graph });
    expect(state).toMatchObject({
      way: 'graph',
      reason: expect.stringContaining('narrow filters'),
    });
  });

  it('is exact under every filter before pgvector 0.8, and says why', async () => {
    const [state] = await statesWith({ indexes: graph, pgvector: '0.7.4' });
    expect(state.reason).toContain('exact under filters: pgvector before 0.8');
  });

  it('keeps no index on the embedded database, and says so', async () => {
    const [state] = await statesWith({ embedded: true, indexes: graph });
    expect(state).toMatchObject({ way: 'exact', reason: expect.stringContaining('embedded') });
  });

  it('says what a scan takes where that is still fast enough', async () => {
    const [state] = await statesWith({});
    expect(state.reason).toMatch(/^exact: a scan takes [\d.]+ ms$/);
  });

  it('says up to which size parts of pictures are compared, and does not list them as models', async () => {
    const models = ['look', 'look/part-1'];
    const [small, ...others] = await statesWith({ models, rows: 900 });
    expect(others).toEqual([]);
    expect(small.reason).toContain('parts of pictures are compared as well, up to 20,000');
    const [large] = await statesWith({ models, rows: 30_000 });
    expect(large.reason).toContain('beyond 20,000 pictures their parts are not compared');
  });
});
