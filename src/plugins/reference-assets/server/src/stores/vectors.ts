import type { AnalysisStatus } from '../../../shared/contracts/assets';
import { createNearest, literal, vectorsOfAssets } from './nearest';
import type { Alone, RunSql, Together } from './sql';
import { vectorType } from './search-tables';
import { createVectorIndex } from './vector-index';
import type { VectorPolicy } from './vector-policy';

/** States of an asset in which nothing is encoded any more unless a person asks. */
const endedWithout: AnalysisStatus[] = ['failed', 'refused'];

/** Embeddings in pgvector, one row per asset and model; vectors of different models are never compared. */
export const createVectors = (
  sql: RunSql,
  { together, alone, policy }: { together: Together; alone: Alone; policy: VectorPolicy },
) => {
  const type = vectorType(policy.limits.pgvector ?? '0');

  return {
    ...createVectorIndex(sql, alone, policy),
    ...createNearest(sql, together, policy),

    /** Stores embeddings of an asset by model, replacing the earlier ones of those models. */
    async put(
      assetId: number,
      embeddings: readonly (readonly [model: string, embedding: ArrayLike<number>])[],
    ): Promise<void> {
      if (embeddings.length === 0) return;
      await sql(
        `INSERT INTO reference_asset_vectors (asset_id, model, embedding)
         SELECT ?, made.model, made.embedding::${type} FROM unnest(?::text[], ?::text[]) AS made(model, embedding)
         ON CONFLICT (asset_id, model) DO UPDATE SET embedding = EXCLUDED.embedding`,
        [
          assetId,
          embeddings.map(([model]) => model),
          embeddings.map(([, embedding]) => literal(embedding)),
        ],
      );
    },

    /** The stored embeddings of some assets, by document id. */
    async of(model: string, documentIds: readonly string[]): Promise<Map<string, number[]>> {
      const rows = await sql<{ documentId: string; embedding: string }>(
        `SELECT a.document_id AS "documentId", v.embedding::text AS embedding
         ${vectorsOfAssets} WHERE v.model = ? AND a.document_id = ANY(?)`,
        [model, [...documentIds]],
      );
      return new Map(rows.map((row) => [row.documentId, JSON.parse(row.embedding) as number[]]));
    },

    /** Whether this database can keep vectors at all. */
    isThere: policy.limits.pgvector !== null,

    /** How many assets have a vector of each model; without those that get no new one, as their analysis ended without. */
    async coverage(): Promise<{ model: string; count: number }[]> {
      if (policy.limits.pgvector === null) return [];
      const rows = await sql<{ model: string; count: string }>(
        `SELECT v.model, count(*) AS count ${vectorsOfAssets} WHERE a.analysis_status <> ALL(?) GROUP BY v.model ORDER BY 1`,
        [endedWithout],
      );
      return rows.map(({ model, count }) => ({ model, count: Number(count) }));
    },

    /** How many of the analysed assets have a vector of a model. */
    async progress(model: string): Promise<{ done: number; total: number }> {
      if (policy.limits.pgvector === null) return { done: 0, total: 0 };
      const [row] = await sql<{ done: string; total: string }>(
        `SELECT count(v.asset_id) AS done, count(*) AS total FROM reference_assets a
           LEFT JOIN reference_asset_vectors v ON v.asset_id = a.id AND v.model = ?
         WHERE a.analysis_status = 'done'`,
        [model],
      );
      return { done: Number(row.done), total: Number(row.total) };
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
  };
};
export type Vectors = ReturnType<typeof createVectors>;
