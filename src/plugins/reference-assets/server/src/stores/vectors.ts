import type { AssetFilter } from './asset-filter';
import { filterSql } from './asset-filter';
import type { RunSql } from './sql';

/** A row near a query vector: `distance` is the cosine distance, 0–2. */
export interface Neighbour {
  documentId: string;
  distance: number;
}

const literal = (vector: ArrayLike<number>): string => `[${Array.from(vector).join(',')}]`;

/**
 * Embeddings in pgvector, one row per asset and model; vectors of different models are never compared.
 *
 * The scan is exact: at the size of a brand library it is fast, and it loses nothing under filters.
 */
export const createVectors = (sql: RunSql) => ({
  /** Stores the embedding of an asset, replacing the model's earlier one. */
  async put(assetId: number, model: string, embedding: ArrayLike<number>): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_vectors (asset_id, model, embedding) VALUES (?, ?, ?::vector)
       ON CONFLICT (asset_id, model) DO UPDATE SET embedding = EXCLUDED.embedding`,
      [assetId, model, literal(embedding)],
    );
  },

  /** The assets nearest to a vector, under filters, nearest first; ties keep one order. */
  nearest(
    model: string,
    vector: ArrayLike<number>,
    filter: AssetFilter,
    limit: number,
  ): Promise<Neighbour[]> {
    const where = filterSql(filter);
    return sql<Neighbour>(
      `SELECT a.document_id AS "documentId", v.embedding <=> ?::vector AS distance
       FROM reference_asset_vectors v JOIN reference_assets a ON a.id = v.asset_id
       WHERE v.model = ? AND ${where.text}
       ORDER BY distance, a.id LIMIT ?`,
      [literal(vector), model, ...where.bindings, limit],
    );
  },

  /** The stored embeddings of some assets, by document id. */
  async of(model: string, documentIds: readonly string[]): Promise<Map<string, number[]>> {
    const rows = await sql<{ documentId: string; embedding: string }>(
      `SELECT a.document_id AS "documentId", v.embedding::text AS embedding
       FROM reference_asset_vectors v JOIN reference_assets a ON a.id = v.asset_id
       WHERE v.model = ? AND a.document_id = ANY(?)`,
      [model, [...documentIds]],
    );
    return new Map(rows.map((row) => [row.documentId, JSON.parse(row.embedding) as number[]]));
  },

  /** Document ids of analysed assets that have no embedding of a model yet. */
  async missing(model: string, limit: number): Promise<string[]> {
    const rows = await sql<{ documentId: string }>(
      `SELECT a.document_id AS "documentId" FROM reference_assets a
       WHERE a.analysis_status = 'done'
         AND NOT EXISTS (SELECT 1 FROM reference_asset_vectors v WHERE v.asset_id = a.id AND v.model = ?)
       ORDER BY a.id LIMIT ?`,
      [model, limit],
    );
    return rows.map((row) => row.documentId);
  },
});
export type Vectors = ReturnType<typeof createVectors>;
