import { isOpen, filterSql, type AssetFilter } from './asset-filter';
import type { RunSql } from './sql';
import { isAtLeast } from './search-tables';

/** What the policy is told once, at start. */
export interface VectorLimits {
  /** Version of pgvector; null without it. */
  pgvector: string | null;
  /** The embedded database builds a graph too slowly to keep one: it always scans. */
  embedded: boolean;
  /** What an exact scan of all rows of a model may take before an index is built, ms. */
  exactMs: number;
  /** Rows that pass a filter up to which they are compared one by one, whatever the size of the library. */
  exactRows: number;
}

/** How one question is answered: every row that fits compared, or the graph followed. */
export type Way = 'exact' | 'graph';

/** The version from which a graph goes on looking when a filter took too many of its answers away. */
const iteratesFrom = '0.8';
const freshMs = 30_000;
const mostRemembered = 500;

interface Remembered {
  rows: Promise<number>;
  at: number;
}

/** The name of a model's graph; models are named by the registry, so that the name is a plain identifier. */
export const indexName = (model: string): string =>
  `reference_asset_vectors_${model.replace(/[^a-z0-9]+/gi, '_').toLowerCase()}`.slice(0, 60);

/** The name under which a model's next graph is built, while the one before answers. */
export const nextIndexName = (model: string): string => `${indexName(model).slice(0, 55)}_next`;

/**
 * Decides how nearest vectors are found.
 *
 * Exact while exact is fast; a graph beyond; and the exact answer again for few rows, of which a graph loses most.
 * Source: facts on pgvector 0.8: with a filter of 1 % a plain graph finds .14–.29 of the true ten.
 */
export const createVectorPolicy = (sql: RunSql, limits: VectorLimits) => {
  const passing = new Map<string, Remembered>();
  let indexed: { rows: Promise<Map<string, number>>; at: number } | undefined;

  /** Complete indexes with the rows that the database counted in them last. */
  const validIndexes = async (): Promise<Map<string, number>> => {
    const rows = await sql<{ name: string; rows: number }>(
      `SELECT c.relname AS name, c.reltuples AS rows FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       WHERE i.indrelid = to_regclass('reference_asset_vectors') AND i.indisvalid AND NOT i.indisprimary`,
    );
    return new Map(rows.map((row) => [row.name, Number(row.rows)]));
  };
  const indexes = (): Promise<Map<string, number>> => {
    if (!indexed || Date.now() - indexed.at > freshMs) {
      indexed = { rows: validIndexes(), at: Date.now() };
      indexed.rows.catch(() => (indexed = undefined));
    }
    return indexed.rows;
  };
  /** Under either name: a graph that is complete answers, even where nobody has renamed it yet. */
  const graphRows = async (model: string): Promise<number | undefined> => {
    const valid = await indexes();
    return valid.get(indexName(model)) ?? valid.get(nextIndexName(model));
  };
  const isIndexed = async (model: string): Promise<boolean> =>
    (await graphRows(model)) !== undefined;

  /** How many assets pass a filter, counted no further than it matters; remembered for a while. */
  const passes = (filter: AssetFilter): Promise<number> => {
    const where = filterSql(filter);
    const key = JSON.stringify([where.text, where.bindings]);
    const known = passing.get(key);
    if (known && Date.now() - known.at < freshMs) return known.rows;
    const rows = sql<{ count: string }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM reference_assets a WHERE ${where.text} LIMIT ?) few`,
      [...where.bindings, limits.exactRows + 1],
    ).then(([row]) => Number(row.count));
    if (passing.size >= mostRemembered) passing.delete(passing.keys().next().value as string);
    passing.set(key, { rows, at: Date.now() });
    rows.catch(() => passing.delete(key));
    return rows;
  };

  return {
    limits,

    /** Whether a graph may be built at all on this database. */
    mayIndex: limits.pgvector !== null && !limits.embedded && isAtLeast(limits.pgvector, '0.5'),

    hasIndex: async (model: string): Promise<boolean> =>
      !limits.embedded && (await isIndexed(model)),

    /** About how many vectors a model's graph holds; undefined without one. */
    graphRows,

    /** Looks again at the next question: an index was built or dropped. */
    forget(): void {
      indexed = undefined;
    },

    async way(model: string, filter: AssetFilter): Promise<Way> {
      if (limits.embedded || !(await isIndexed(model))) return 'exact';
      if (isOpen(filter)) return 'graph';
      // Without iteration a graph loses what a filter takes away: then the truth is worth its time.
      if (!isAtLeast(limits.pgvector ?? '0', iteratesFrom)) return 'exact';
      return (await passes(filter)) <= limits.exactRows ? 'exact' : 'graph';
    },
  };
};
export type VectorPolicy = ReturnType<typeof createVectorPolicy>;
