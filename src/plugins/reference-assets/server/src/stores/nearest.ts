import { filterSql, isOpen, type AssetFilter } from './asset-filter';
import type { RunSql, Together } from './sql';
import { vectorType } from './search-tables';
import { textVersion, type VersionedId } from './text-version';
import type { VectorPolicy } from './vector-policy';

/** A row near a query vector: `distance` is the cosine distance, 0–2. */
export interface Neighbour {
  documentId: string;
  distance: number;
}

type VersionedNeighbour = Neighbour & VersionedId;

/** One way of finding the assets nearest to a vector of a model. */
type Ask = (
  model: string,
  vector: ArrayLike<number>,
  filter: AssetFilter,
  limit: number,
) => Promise<VersionedNeighbour[]>;

const literals = new WeakMap<ArrayLike<number>, string>();

/** A vector as PostgreSQL reads it. */
export const literal = (vector: ArrayLike<number>): string => `[${Array.from(vector).join(',')}]`;

/** The same, written once: searches ask with the vectors of texts that they remember. */
const askedLiteral = (vector: ArrayLike<number>): string => {
  const written = literals.get(vector) ?? literal(vector);
  literals.set(vector, written);
  return written;
};

/**
 * How far a graph is followed. Texts, which lie beside the pictures and not among them, need more than pictures do lest one in
 * a hundred ends in another theme: of 100,000, this finds all of the true ten, and .999 of them under a filter that half pass.
 */
const leastBreadth = 120;
/** A graph of a small library is followed less far: most of it is near anyway, and each step is time of the processor. */
const smallGraph = { rows: 20_000, breadth: 100 };
const mostScanned = 60_000;

/** Vectors beside their assets. */
export const vectorsOfAssets = `FROM reference_asset_vectors v JOIN reference_assets a ON a.id = v.asset_id`;

/** Finding the nearest of vectors, the exact way or along a graph as the policy says. */
export const createNearest = (sql: RunSql, together: Together, policy: VectorPolicy) => {
  const type = vectorType(policy.limits.pgvector ?? '0');

  const exact: Ask = (model, vector, filter, limit) => {
    const where = filterSql(filter);
    return sql<VersionedNeighbour>(
      `SELECT a.document_id AS "documentId", ${textVersion}, v.embedding <=> ?::${type} AS distance
       ${vectorsOfAssets} WHERE v.model = ? AND ${where.text} ORDER BY distance, a.id LIMIT ?`,
      [askedLiteral(vector), model, ...where.bindings, limit],
    );
  };

  const breadthFor = async (model: string, limit: number): Promise<string> => {
    const isSmall = ((await policy.graphRows(model)) ?? Infinity) <= smallGraph.rows;
    const least = isSmall ? smallGraph.breadth : leastBreadth;
    return String(Math.min(1000, Math.max(least, limit)));
  };

  /** Vectors in the order in which a graph is followed; takes the vector, the model, what the condition binds, and how many. */
  const alongGraph = (vector: ArrayLike<number>, condition: string): string => {
    const typed = `${type}(${Math.trunc(vector.length)})`;
    return `SELECT a.document_id AS "documentId", ${textVersion}, a.id, v.embedding::${typed} <=> ?::${typed} AS distance
      ${vectorsOfAssets} WHERE v.model = ? AND ${condition} ORDER BY distance LIMIT ?`;
  };

  /**
   * Follows the graph where nothing is filtered, in one statement: unlike a filter it leaves the database no doubt that the
   * graph is the way, so that only how to follow it needs to be said, for which the search below waits.
   */
  const openGraph: Ask = async (model, vector, filter, limit) => {
    const where = filterSql(filter);
    return sql<VersionedNeighbour>(
      `WITH said AS MATERIALIZED (SELECT set_config('hnsw.ef_search', ?, true) || set_config('hnsw.iterative_scan', 'relaxed_order', true) AS how)
       SELECT near."documentId", near.version, near.distance FROM said CROSS JOIN LATERAL (
         ${alongGraph(vector, `${where.text} AND said.how <> ''`)}) near
       ORDER BY near.distance, near.id`,
      [await breadthFor(model, limit), askedLiteral(vector), model, ...where.bindings, limit],
    );
  };

  /** Follows the graph under filters; what comes out of order while it iterates is put in order at the end. */
  const graph: Ask = (model, vector, filter, limit) => {
    const where = filterSql(filter);
    return together(async () => {
      await sql(
        `SELECT set_config('hnsw.ef_search', ?, true), set_config('hnsw.iterative_scan', 'relaxed_order', true),
           set_config('hnsw.max_scan_tuples', ?, true), set_config('enable_sort', 'off', true), set_config('jit', 'off', true)`,
        [await breadthFor(model, limit), String(mostScanned)],
      );
      return sql<VersionedNeighbour>(
        `WITH near AS MATERIALIZED (
           ${alongGraph(vector, where.text)})
         SELECT "documentId", version, distance FROM near ORDER BY distance, id`,
        [askedLiteral(vector), model, ...where.bindings, limit],
      );
    });
  };

  return {
    /** The assets nearest to a vector, under filters, nearest first; ties keep one order. */
    async nearest(
      model: string,
      vector: ArrayLike<number>,
      filter: AssetFilter,
      limit: number,
    ): Promise<VersionedNeighbour[]> {
      const way = await policy.way(model, filter);
      const ask = way === 'exact' ? exact : isOpen(filter) ? openGraph : graph;
      return ask(model, vector, filter, limit);
    },

    /**
     * The assets nearest to a vector by their whole or by any of their parts, whichever is nearer; a part is held a little
     * farther, so that the whole decides between equals. Exact, and so for libraries whose descriptors are quickly scanned.
     */
    nearestInPart(
      {
        whole,
        parts,
        partPenalty,
      }: { whole: string; parts: readonly string[]; partPenalty: number },
      vector: ArrayLike<number>,
      filter: AssetFilter,
      limit: number,
    ): Promise<Neighbour[]> {
      const where = filterSql(filter);
      return sql<Neighbour>(
        `SELECT a.document_id AS "documentId",
           min((v.embedding <=> ?::${type}) + CASE WHEN v.model = ? THEN 0 ELSE ?::float END) AS distance
         ${vectorsOfAssets} WHERE v.model = ANY(?) AND ${where.text}
         GROUP BY a.id, a.document_id ORDER BY distance, a.id LIMIT ?`,
        [literal(vector), whole, partPenalty, [whole, ...parts], ...where.bindings, limit],
      );
    },
  };
};
