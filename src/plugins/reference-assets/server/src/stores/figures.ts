import { correctableFields } from '../../../shared/contracts/asset-search';
import type {
  Dashboard,
  FailedVideo,
  OverrideBand,
  Tally,
} from '../../../shared/contracts/dashboard';
import { createBusinessFigures, number, working, type Raw } from './business-figures';
import type { RunSql } from './sql';

const tallyWith =
  (sql: RunSql) =>
  async (statement: string, bindings: readonly unknown[]): Promise<Tally[]> =>
    (await sql<{ key: string; count: string }>(statement, bindings)).map(({ key, count }) => ({
      key,
      count: Number(count),
    }));

/** Figures about what was made, how it was judged and what it took; each is one statement. */
export const createFigures = (sql: RunSql) => {
  const tally = tallyWith(sql);
  return {
    business: createBusinessFigures(sql),

    videosByDay: (days: number): Promise<Tally[]> =>
      tally(
        `SELECT to_char(day, 'YYYY-MM-DD') AS key, count(v.id) AS count
         FROM generate_series(current_date - ?::int + 1, current_date, interval '1 day') day
         LEFT JOIN reference_asset_videos v ON v.created_at::date = day::date AND v.published_at IS NULL
         GROUP BY day ORDER BY day`,
        [days],
      ),

    videosBy: (column: 'stage' | 'quality_tier', days: number): Promise<Tally[]> =>
      tally(
        `SELECT v.${column} AS key, count(*) AS count FROM reference_asset_videos v
         WHERE ${working} GROUP BY 1 ORDER BY 2 DESC`,
        [days],
      ),

    /** Choices of beats by how sure the matcher was of the beat, in bands of a fifth. */
    async matching(days: number): Promise<OverrideBand[]> {
      const rows = await sql<Raw<OverrideBand>>(
        `SELECT least(floor(b.confidence * 5), 4) / 5 AS "from", count(*) AS chosen,
           count(*) FILTER (WHERE r.value->>'manual' = 'true') AS overridden
         FROM reference_asset_beats b JOIN reference_asset_videos v ON v.document_id = b.video,
           jsonb_each(CASE WHEN jsonb_typeof(b."references"::jsonb) = 'object'
             THEN b."references"::jsonb ELSE '{}' END) r
         WHERE ${working} AND b.confidence IS NOT NULL AND jsonb_typeof(r.value) = 'object'
         GROUP BY 1 ORDER BY 1`,
        [days],
      );
      return rows.map(({ from, chosen, overridden }) => ({
        from: number(from),
        chosen: number(chosen),
        overridden: number(overridden),
      }));
    },

    /** How often people corrected what the analysis had said, field by field. */
    async corrections(): Promise<Dashboard['corrections']> {
      const [all] = await sql<{ count: string }>(
        `SELECT count(*) AS count FROM reference_assets WHERE analysis_status = 'done'`,
      );
      const corrected = await tally(
        `SELECT f.value AS key, count(*) AS count FROM reference_assets a,
           jsonb_array_elements_text(CASE WHEN jsonb_typeof(a.human_fields::jsonb) = 'array'
             THEN a.human_fields::jsonb ELSE '[]' END) f
         WHERE a.analysis_status = 'done' GROUP BY 1`,
        [],
      );
      return correctableFields.map((field) => ({
        field,
        analysed: number(all?.count),
        corrected: corrected.find(({ key }) => key === field)?.count ?? 0,
      }));
    },

    async failures(days: number): Promise<Dashboard['failures']> {
      const rows = await sql<{ provider: string; code: string; count: string; inVideos: string }>(
        `SELECT provider, coalesce(error->>'code', 'unknown') AS code, count(*) AS count,
           count(video) AS "inVideos"
         FROM reference_asset_vendor_jobs
         WHERE error IS NOT NULL AND created_at >= now() - ? * interval '1 day'
         GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 50`,
        [days],
      );
      return rows.map((row) => ({
        ...row,
        count: Number(row.count),
        inVideos: Number(row.inVideos),
      }));
    },

    /** Videos that stand failed now, newest first. */
    failed: (): Promise<FailedVideo[]> =>
      sql<FailedVideo>(
        `SELECT document_id AS "documentId", left(prompt, 120) AS prompt, error::jsonb->>'step' AS step,
           coalesce(error::jsonb->>'code', 'unknown') AS code, coalesce(error::jsonb->>'message', '') AS message,
           to_char(updated_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
         FROM reference_asset_videos WHERE published_at IS NULL AND stage = 'failed'
         ORDER BY updated_at DESC LIMIT 20`,
      ),

    /** Strapi keeps sizes of files in kilobytes. */
    async storage(): Promise<Dashboard['storage']> {
      const [row] = await sql<Raw<Dashboard['storage']>>(
        `SELECT coalesce(sum(f.size) FILTER (WHERE EXISTS
             (SELECT 1 FROM reference_assets a WHERE a.file_id = f.id)), 0) * 1000 AS "libraryBytes",
           coalesce(sum(f.size) FILTER (WHERE f.provider_metadata->>'generatedBy' IS NOT NULL), 0) * 1000
             AS "generatedBytes"
         FROM files f`,
      );
      return {
        libraryBytes: number(row?.libraryBytes),
        generatedBytes: number(row?.generatedBytes),
      };
    },

    async library(): Promise<Dashboard['library']> {
      const [row] = await sql<{ total: string; used: string }>(
        `SELECT count(*) AS total, count(*) FILTER (WHERE usage_count > 0) AS used FROM reference_assets`,
      );
      const top = await sql<{ documentId: string; name: string; count: string }>(
        `SELECT document_id AS "documentId", name, usage_count AS count FROM reference_assets
         WHERE usage_count > 0 ORDER BY usage_count DESC, id LIMIT 5`,
      );
      return {
        total: number(row?.total),
        used: number(row?.used),
        top: top.map((one) => ({ ...one, count: Number(one.count) })),
      };
    },
  };
};
export type Figures = ReturnType<typeof createFigures>;
