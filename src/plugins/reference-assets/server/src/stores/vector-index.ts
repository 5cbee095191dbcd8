import { mostComparedByParts } from '../constants';
import type { Alone, RunSql } from './sql';
import { isAtLeast } from './search-tables';
import { createVectorGraphs } from './vector-graphs';
import type { VectorPolicy } from './vector-policy';

/** How the vectors of one model are searched now, and why. Units: `exactMs` is a measured scan of all rows. */
export interface VectorIndexState {
  model: string;
  rows: number;
  way: 'exact' | 'graph';
  exactMs: number | null;
  reason: string;
}

/** Below this nobody needs to measure: an exact scan takes a few milliseconds anywhere. */
const leastRows = 2000;
const probes = 3;

/** What becomes of parts of pictures, of which a crop is found. */
const partsReason = (rows: number): string => {
  const most = mostComparedByParts.toLocaleString('en');
  return rows <= mostComparedByParts
    ? `parts of pictures are compared as well, up to ${most} pictures`
    : `beyond ${most} pictures their parts are not compared, so that crops are found less often`;
};

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

/** When a model's vectors get a graph (HNSW), and how they are searched now. */
export const createVectorIndex = (sql: RunSql, alone: Alone, policy: VectorPolicy) => {
  const { limits } = policy;
  const graphs = createVectorGraphs(sql, alone, policy);

  const counts = (): Promise<{ model: string; rows: number; dimension: number }[]> =>
    sql(
      `SELECT model, count(*)::int AS rows, min(vector_dims(embedding))::int AS dimension
       FROM reference_asset_vectors GROUP BY model ORDER BY model`,
    );

  /** What an exact scan of a model takes, measured by the database with one of its own vectors. */
  const measure = async (model: string): Promise<number> => {
    const times: number[] = [];
    for (let probe = 0; probe < probes; probe += 1) {
      const started = performance.now();
      await sql(
        `SELECT asset_id FROM reference_asset_vectors WHERE model = ?
         ORDER BY embedding <=> (SELECT embedding FROM reference_asset_vectors WHERE model = ? ORDER BY asset_id LIMIT 1) LIMIT 10`,
        [model, model],
      );
      times.push(performance.now() - started);
    }
    return median(times);
  };

  const judge = async ({
    model,
    rows,
    hasParts,
  }: {
    model: string;
    rows: number;
    hasParts: boolean;
  }): Promise<VectorIndexState> => {
    const state = (way: VectorIndexState['way'], exactMs: number | null, reason: string) => ({
      model,
      rows,
      way,
      exactMs,
      reason: hasParts ? `${reason}; ${partsReason(rows)}` : reason,
    });
    if (await policy.hasIndex(model))
      return limits.pgvector && !isAtLeast(limits.pgvector, '0.8')
        ? state(
            'graph',
            null,
            'HNSW where nothing is filtered, exact under filters: pgvector before 0.8 cannot go on looking',
          )
        : state('graph', null, 'HNSW; exact for small owners and narrow filters');
    if (limits.embedded)
      return state('exact', null, 'exact: the embedded database keeps no HNSW index');
    if (rows < leastRows) return state('exact', null, 'exact: few vectors');
    const exactMs = Number((await measure(model)).toFixed(1));
    return state('exact', exactMs, `exact: a scan takes ${exactMs} ms`);
  };

  return {
    /** How each model's vectors are searched. Shape: parts of pictures are left out, being searched beside their wholes. */
    async indexStates(): Promise<VectorIndexState[]> {
      const all = await counts();
      const hasParts = (name: string): boolean =>
        all.some(({ model }) => model.startsWith(`${name}/`));
      const models = all.filter(({ model }) => !model.includes('/'));
      return Promise.all(models.map((one) => judge({ ...one, hasParts: hasParts(one.model) })));
    },

    /** Builds a graph for every model whose exact scan has become slow, and anew what older code built. Returns those models. */
    async ensureIndexes(): Promise<string[]> {
      if (!policy.mayIndex) return [];
      const built: string[] = [];
      for (const { model, rows, dimension } of await counts()) {
        if (rows < leastRows || model.includes('/')) continue;
        const state = await graphs.stateOf(model);
        if (state === 'current') continue;
        if (state === 'none' && (await measure(model)) <= limits.exactMs) continue;
        if (await graphs.build(model, { rows, dimension })) built.push(model);
      }
      return built;
    },
  };
};
