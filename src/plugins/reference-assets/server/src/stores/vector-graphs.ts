import { vectorType } from './search-tables';
import type { Alone, RunSql } from './sql';
import { indexName, nextIndexName, type VectorPolicy } from './vector-policy';

/**
 * How densely a graph is linked, and among how many candidates its links are chosen.
 *
 * Pictures gather around what they show, and the few links of pgvector's defaults stay within a gathering: among 100,000 a
 * walk for a text, which starts from far outside, then ends in the wrong one, however far it is followed, and finds nothing
 * of the right one. These find .99 and more (`bench/search`), and take four times as long to build.
 */
export const graphOptions = { m: 40, ef_construction: 400 } as const;

/** Whether a model has a graph: one as it is built now, one that older code built and that answers meanwhile, or none. */
export type GraphState = 'none' | 'older' | 'current';

const lockNumber = 820_431_911;
const leastMemoryMb = 48;
const mostMemoryMb = 1024;

/** How many vectors a model has, and of how many components. */
interface Size {
  rows: number;
  dimension: number;
}

const wantedOptions = Object.entries(graphOptions).map(([name, value]) => `${name}=${value}`);

/** What a graph takes while it is built, MB: beyond it takes many times as long. Shape: vectors in half precision, and links. */
const memoryFor = ({ rows, dimension }: Size): number => {
  const bytesOfRow = 2 * dimension + 2 * graphOptions.m * 24 + 400;
  const wanted = Math.ceil((1.25 * rows * bytesOfRow) / 2 ** 20);
  return Math.min(mostMemoryMb, Math.max(leastMemoryMb, wanted));
};

/** PostgreSQL's class of errors of what ran out: disk, memory, and the shared memory that workers of a build need. */
const isShortOfResources = (error: unknown): boolean =>
  String((error as { code?: unknown } | null)?.code).startsWith('53');

/**
 * Builds the graphs (HNSW) of models, one partial index a model.
 *
 * Nothing is blocked by it, and nothing is lost: a graph grows under a name of its own beside the one that answers, and takes
 * its place when it is there. One process at a time builds; what a killed one left half-built is dropped.
 */
export const createVectorGraphs = (sql: RunSql, alone: Alone, policy: VectorPolicy) => {
  const type = vectorType(policy.limits.pgvector ?? '0');

  /** Valid graphs among the names, and whether each was built as graphs are built now. */
  const validOf = async (names: readonly string[], run: RunSql) => {
    const rows = await run<{ name: string; options: string[] | null }>(
      `SELECT c.relname AS name, c.reloptions AS options FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       WHERE i.indrelid = to_regclass('reference_asset_vectors') AND i.indisvalid AND c.relname = ANY(?)`,
      [[...names]],
    );
    return new Map(
      rows.map(({ name, options }) => [
        name,
        wantedOptions.every((option) => options?.includes(option)),
      ]),
    );
  };

  const create = async (own: RunSql, name: string, model: string, dimension: number) => {
    const drop = `DROP INDEX CONCURRENTLY IF EXISTS ${name}`;
    // Model names come from the registry; quotes are doubled all the same, because an index cannot bind its condition.
    const statement = `CREATE INDEX CONCURRENTLY ${name} ON reference_asset_vectors
      USING hnsw ((embedding::${type}(${Math.trunc(dimension)})) ${type}_cosine_ops) WITH (${wantedOptions.join(', ')})
      WHERE model = '${model.replace(/'/g, "''")}'`;
    await own(drop);
    try {
      await own(statement);
    } catch (error) {
      if (!isShortOfResources(error)) throw error;
      // Containers have 64 MB of shared memory unless told otherwise, into which no graph of workers fits; one builds alone.
      await own(drop);
      await own('SET max_parallel_maintenance_workers = 0');
      await own(statement);
    }
  };

  /** The new graph in the place of the old one; in between, searches follow whichever is there. */
  const putInPlace = async (own: RunSql, model: string) => {
    await own(`DROP INDEX CONCURRENTLY IF EXISTS ${indexName(model)}`);
    await own(`ALTER INDEX ${nextIndexName(model)} RENAME TO ${indexName(model)}`);
  };

  return {
    async stateOf(model: string): Promise<GraphState> {
      const valid = await validOf([indexName(model), nextIndexName(model)], sql);
      if (valid.get(indexName(model))) return 'current';
      return valid.size > 0 ? 'older' : 'none';
    },

    /** Builds a model's graph, in place of an older one. Returns false where another process is building. */
    build: (model: string, size: Size): Promise<boolean> =>
      alone(async (own) => {
        const [lock] = await own<{ taken: boolean }>('SELECT pg_try_advisory_lock(?) AS taken', [
          lockNumber,
        ]);
        if (!lock.taken) return false;
        const next = nextIndexName(model);
        try {
          await own(`SET maintenance_work_mem = '${memoryFor(size)}MB'`);
          // A process that ended between building and renaming has left the whole work behind.
          const isBuilt = (await validOf([next], own)).get(next) === true;
          if (!isBuilt) await create(own, next, model, size.dimension);
          await putInPlace(own, model);
        } finally {
          await own('RESET maintenance_work_mem');
          await own('RESET max_parallel_maintenance_workers');
          await own('SELECT pg_advisory_unlock(?)', [lockNumber]);
          policy.forget();
        }
        return true;
      }),
  };
};
