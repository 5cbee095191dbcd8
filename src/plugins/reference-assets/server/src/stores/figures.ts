import { correctableFields } from '../../../shared/contracts/asset-search';
import type {
  Dashboard,
  FailedVideo,
  OverrideBand,
  Tally,
} from '../../../shared/contracts/dashboard';
import type { RunSql } from './sql';

type Raw<T> = { [Name in keyof T]: string | null };
const number = (value: unknown): number => Number(value ?? 0);
const orNull = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

const working = `v.published_at IS NULL AND v.created_at >= now() - ? * interval '1 day'`;

const businessStatement = `
  WITH v AS (SELECT * FROM reference_asset_videos v WHERE ${working}),
  first_made AS (
    SELECT r.video, min(r.created_at) AS at, count(*) AS versions, min(r.approved_at) AS approved_at
    FROM reference_asset_versions r JOIN v ON v.document_id = r.video GROUP BY r.video)
  SELECT count(*) AS ordered, count(f.video) AS finished,
    count(*) FILTER (WHERE v.stage = 'approved') AS approved,
    count(*) FILTER (WHERE v.stage IN ('rejected', 'changes_requested')) AS refused,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM reference_asset_videos p
      WHERE p.document_id = v.document_id AND p.published_at IS NOT NULL)) AS published,
    avg(v.actual_cost_usd) FILTER (WHERE f.video IS NOT NULL) AS "costPerFinishedUsd",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM f.at - v.created_at)::float8 / 3600) AS "hoursToVideo",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM f.approved_at - f.at)::float8 / 3600) AS "hoursToApproval",
    avg(f.versions) FILTER (WHERE v.stage = 'approved') AS "versionsPerApproved",
    (SELECT avg(b.take) FROM reference_asset_beats b JOIN v ON v.document_id = b.video) AS "retakesPerBeat",
    (SELECT count(*) FROM reference_asset_comments c JOIN v ON v.document_id = c.video
      WHERE c.resolved_by IS NULL AND c.parent IS NULL) AS "openComments"
  FROM v LEFT JOIN first_made f ON f.video = v.document_id`;

/** What people correct of an analysis, and what the analysis says itself. */

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

    async business(days: number): Promise<Dashboard['business']> {
      const [row] = await sql<Raw<Dashboard['business']> & { refused: string }>(businessStatement, [
        days,
      ]);
      const ordered = number(row?.ordered);
      const approved = number(row?.approved);
      const decided = approved + number(row?.refused);
      return {
        ordered,
        approved,
        finished: number(row?.finished),
        published: number(row?.published),
        successShare: ordered === 0 ? null : number(row?.finished) / ordered,
        approvalShare: decided === 0 ? null : approved / decided,
        costPerFinishedUsd: orNull(row?.costPerFinishedUsd),
        hoursToVideo: orNull(row?.hoursToVideo),
        hoursToApproval: orNull(row?.hoursToApproval),
        versionsPerApproved: orNull(row?.versionsPerApproved),
        retakesPerBeat: orNull(row?.retakesPerBeat),
        openComments: number(row?.openComments),
      };
    },

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
      const rows = await sql<{ provider: string; code: string; count: string }>(
        `SELECT provider, coalesce(error->>'code', 'unknown') AS code, count(*) AS count
         FROM reference_asset_vendor_jobs
         WHERE error IS NOT NULL AND created_at >= now() - ? * interval '1 day'
         GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 50`,
        [days],
      );
      return rows.map((row) => ({ ...row, count: Number(row.count) }));
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
