import {
  createVectorPolicy,
  indexName,
  type VectorLimits,
} from '../../../src/plugins/reference-assets/server/src/stores/vector-policy';

const everything = { scope: { all: true } } as const;
const narrow = { scope: { all: false, owner: 'someone' } } as const;

const policyOn = (limits: Partial<VectorLimits>, database: { indexed: boolean; passing: number }) =>
  createVectorPolicy(
    (async (statement: string) =>
      statement.includes('pg_index')
        ? database.indexed
          ? [{ name: indexName('clip') }]
          : []
        : [{ count: String(database.passing) }]) as never,
    { pgvector: '0.8.0', embedded: false, exactMs: 15, exactRows: 3000, ...limits },
  );

describe('createVectorPolicy', () => {
  it('compares everything where no index was built', async () => {
    const policy = policyOn({}, { indexed: false, passing: 100_000 });
    expect(await policy.way('clip', everything)).toBe('exact');
  });

  it('follows the graph without a filter and under a wide one', async () => {
    const policy = policyOn({}, { indexed: true, passing: 3001 });
    expect(await policy.way('clip', everything)).toBe('graph');
    expect(await policy.way('clip', narrow)).toBe('graph');
  });

  it('compares the rows of a small owner one by one', async () => {
    const policy = policyOn({}, { indexed: true, passing: 3000 });
    expect(await policy.way('clip', narrow)).toBe('exact');
  });

  it('compares under every filter where a graph cannot go on looking', async () => {
    const policy = policyOn({ pgvector: '0.7.4' }, { indexed: true, passing: 90_000 });
    expect(await policy.way('clip', everything)).toBe('graph');
    expect(await policy.way('clip', narrow)).toBe('exact');
  });

  it('keeps no index on the embedded database', async () => {
    const policy = policyOn({ embedded: true }, { indexed: true, passing: 10 });
    expect(policy.mayIndex).toBe(false);
    expect(await policy.way('clip', everything)).toBe('exact');
  });
});
