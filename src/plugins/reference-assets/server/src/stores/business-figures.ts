import type { Dashboard } from '../../../shared/contracts/dashboard';
import type { RunSql } from './sql';

/** A row as the driver gives it: numbers arrive as text. */
export type Raw<T> = { [Name in keyof T]: string | null };
export const number = (value: unknown): number => Number(value ?? 0);
const orNull = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

/** Working versions `v` that were ordered in the last days. */
export const working = `v.published_at IS NULL AND v.created_at >= now() - ? * interval '1 day'`;

const statement = `
  WITH v AS (SELECT * FROM reference_asset_videos v WHERE ${working}),
  first_made AS (
    SELECT r.video, min(r.created_at) AS at, count(*) AS versions, min(r.approved_at) AS approved_at
    FROM reference_asset_versions r JOIN v ON v.document_id = r.video GROUP BY r.video),
  chosen AS (
    SELECT b.video, r.value->>'assetId' AS asset, r.value->>'manual' = 'true' AS manual
    FROM reference_asset_beats b JOIN v ON v.document_id = b.video,
      jsonb_each(CASE WHEN jsonb_typeof(b."references"::jsonb) = 'object' THEN b."references"::jsonb ELSE '{}' END) r
    WHERE jsonb_typeof(r.value) = 'object'),
  used AS (SELECT asset, count(DISTINCT video) AS videos FROM chosen GROUP BY asset)
  SELECT count(*) AS ordered, count(f.video) AS finished,
    count(*) FILTER (WHERE v.stage = 'approved') AS approved,
    count(*) FILTER (WHERE v.stage IN ('rejected', 'changes_requested')) AS refused,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM reference_asset_videos p
      WHERE p.document_id = v.document_id AND p.published_at IS NOT NULL)) AS published,
    avg((f.versions = 1)::int) FILTER (WHERE v.stage = 'approved') AS "firstApprovalShare",
    avg(v.actual_cost_usd) FILTER (WHERE f.video IS NOT NULL) AS "costPerFinishedUsd",
    sum(v.actual_cost_usd) FILTER (WHERE f.video IS NOT NULL)
      / nullif(sum(v.duration_seconds) FILTER (WHERE f.video IS NOT NULL), 0) AS "costPerSecondUsd",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM f.at - v.created_at)::float8 / 3600) AS "hoursToVideo",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM f.approved_at - f.at)::float8 / 3600) AS "hoursToApproval",
    avg(f.versions) FILTER (WHERE v.stage = 'approved') AS "versionsPerApproved",
    (SELECT avg(b.take) FROM reference_asset_beats b JOIN v ON v.document_id = b.video) AS "retakesPerBeat",
    (SELECT avg(coalesce(manual, false)::int) FROM chosen) AS "overrideShare",
    (SELECT avg((videos > 1)::int) FROM used) AS "reuseShare",
    (SELECT count(*) FROM reference_asset_comments c JOIN v ON v.document_id = c.video
      WHERE c.resolved_by IS NULL AND c.parent IS NULL) AS "openComments"
  FROM v LEFT JOIN first_made f ON f.video = v.document_id`;

/** The figures a business asks for first, of the videos ordered in the last days: one statement. */
export const createBusinessFigures =
  (sql: RunSql) =>
  async (days: number): Promise<Dashboard['business']> => {
    const [row] = await sql<Raw<Dashboard['business']> & { refused: string }>(statement, [days]);
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
      firstApprovalShare: orNull(row?.firstApprovalShare),
      costPerFinishedUsd: orNull(row?.costPerFinishedUsd),
      costPerSecondUsd: orNull(row?.costPerSecondUsd),
      hoursToVideo: orNull(row?.hoursToVideo),
      hoursToApproval: orNull(row?.hoursToApproval),
      versionsPerApproved: orNull(row?.versionsPerApproved),
      retakesPerBeat: orNull(row?.retakesPerBeat),
      overrideShare: orNull(row?.overrideShare),
      reuseShare: orNull(row?.reuseShare),
      openComments: number(row?.openComments),
    };
  };
