import type { Core } from '@strapi/strapi';
import type { VideoFilter } from '../../../shared/contracts/video-filter';
import { videosOfCampaign, videosOfCampaigns } from './campaigns';
import type { RunSql } from './sql';

/** A fixed condition on a video `v`, and what is bound to it. */
type Part = [condition: string, ...bindings: unknown[]];

const when = <T>(value: T | undefined, part: (value: T) => Part): Part[] =>
  value === undefined ? [] : [part(value)];
/** One condition for yes and its opposite for no. */
const whether = (value: boolean | undefined, condition: string): Part[] =>
  when(value, (yes) => [yes ? condition : `NOT ${condition}`]);

const looks = (filter: VideoFilter): Part[] => [
  ...when(filter.tier, (tier): Part => ['v.quality_tier = ?', tier]),
  ...when(filter.days, (days): Part => [`v.created_at >= now() - ? * interval '1 day'`, days]),
  ...when(filter.orderedOn, (day): Part => ['v.created_at::date = ?::date', day]),
  ...whether(
    filter.made,
    '(EXISTS (SELECT 1 FROM reference_asset_versions r WHERE r.video = v.document_id))',
  ),
  ...whether(filter.decided, `(v.stage IN ('approved', 'rejected', 'changes_requested'))`),
  ...whether(
    filter.openComments,
    `(EXISTS (SELECT 1 FROM reference_asset_comments c
      WHERE c.video = v.document_id AND c.resolved_by IS NULL AND c.parent IS NULL))`,
  ),
  ...whether(
    filter.retaken,
    '(EXISTS (SELECT 1 FROM reference_asset_beats b WHERE b.video = v.document_id AND b.take > 0))',
  ),
  ...whether(
    filter.onlyOneVersion,
    '((SELECT count(*) FROM reference_asset_versions r WHERE r.video = v.document_id) = 1)',
  ),
  ...whether(
    filter.overridden,
    `(EXISTS (SELECT 1 FROM reference_asset_beats b, jsonb_each(CASE WHEN jsonb_typeof(b."references"::jsonb) = 'object'
        THEN b."references"::jsonb ELSE '{}' END) r WHERE b.video = v.document_id AND r.value->>'manual' = 'true'))`,
  ),
  ...when(filter.sure, (sure): Part => [
    `EXISTS (SELECT 1 FROM reference_asset_beats b
      WHERE b.video = v.document_id AND least(floor(b.confidence * 5), 4) = ?)`,
    Math.round(sure * 5),
  ]),
  ...when(filter.failure?.split(':'), ([provider, code]): Part => [
    `EXISTS (SELECT 1 FROM reference_asset_vendor_jobs j WHERE j.video = v.document_id
      AND j.error IS NOT NULL AND j.provider = ? AND coalesce(j.error->>'code', 'unknown') = ?
      AND (?::int IS NULL OR j.created_at >= now() - ?::int * interval '1 day'))`,
    provider,
    code,
    ...[filter.failureDays ?? null, filter.failureDays ?? null],
  ]),
];

const spent = ({ spentFrom, spentUntil, model, person, account }: VideoFilter): Part[] => {
  if (account)
    return [
      [
        `(EXISTS (SELECT 1 FROM reference_asset_account_moves m WHERE m.video = v.document_id AND m.account = ?
            AND m.kind <> 'top-up' AND (?::date IS NULL OR m.at >= ?::date))
          OR EXISTS (SELECT 1 FROM reference_asset_holds h
            WHERE h.video = v.document_id AND h.account = ? AND h.amount_usd > 0))`,
        ...[account, spentFrom ?? null, spentFrom ?? null, account],
      ],
    ];
  if (!spentFrom && !spentUntil && !model && !person) return [];
  return [
    [
      `EXISTS (SELECT 1 FROM reference_asset_spend s WHERE s.video = v.document_id
        AND (?::date IS NULL OR s.created_at >= ?::date)
        AND (?::date IS NULL OR s.created_at < ?::date + 1)
        AND (?::text IS NULL OR s.provider || '/' || s.model = ?)
        AND (?::text IS NULL OR coalesce(s.owner, 'none') = ?))`,
      ...[spentFrom, spentUntil, model, person].flatMap((one) => [one ?? null, one ?? null]),
    ],
  ];
};

/** More than these are not looked through; a page of them is what is shown. */
const most = 20_000;

/** Finds the videos that the dashboard counts. */
export const createVideoFilter = (strapi: Core.Strapi, sql: RunSql) => ({
  /** Document ids of working versions that fit; null where the filter asks for nothing. */
  async ids(filter: VideoFilter): Promise<string[] | null> {
    const { campaign } = filter;
    const isAlone = campaign === 'none';
    const gathered =
      campaign &&
      (await (isAlone ? videosOfCampaigns(strapi) : videosOfCampaign(strapi, campaign)));
    const parts: Part[] = [
      ...looks(filter),
      ...spent(filter),
      ...when(gathered, (ids): Part => [`${isAlone ? 'NOT ' : ''}v.document_id = ANY(?)`, ids]),
    ];
    if (parts.length === 0) return null;
    const rows = await sql<{ id: string }>(
      `SELECT v.document_id AS id FROM reference_asset_videos v
       WHERE v.published_at IS NULL AND ${parts.map(([condition]) => condition).join(' AND ')}
       ORDER BY v.id DESC LIMIT ${most}`,
      parts.flatMap(([, ...bindings]) => bindings),
    );
    return rows.map(({ id }) => id);
  },
});
export type VideoFilters = ReturnType<typeof createVideoFilter>;
