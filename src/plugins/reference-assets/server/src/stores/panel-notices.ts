import type { PanelNotice } from '../../../shared/contracts/notices';
import type { Shortage } from '../../../shared/contracts/money';
import type { RunSql } from './sql';

/** Somebody of the panel, and what their role lets them do. */
export interface Concerned {
  person: number;
  mayApprove: boolean;
  mayRetry: boolean;
  mayTopUp: boolean;
}

/** More than these nobody reads through. */
const mostShown = 50;

/** What stands in the panel's list for somebody: what they may do something about, and what became of what they made. */
export const createPanelNotices = (sql: RunSql) => ({
  /** Newest first, the last of its kind about each video. What was dealt with since (a video that is no longer in review, or failed) is left out. */
  async of({ person, mayApprove, mayRetry, mayTopUp }: Concerned): Promise<PanelNotice[]> {
    const rows = await sql<Omit<PanelNotice, 'shortage'> & { shortage: string | null }>(
      `SELECT * FROM (SELECT DISTINCT ON (v.document_id, d.target) d.id, d.target AS kind, d.event,
         to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
         v.document_id AS "videoId", left(v.prompt, 120) AS video, d.data->'by'->>'name' AS by,
         d.data->'error'->>'code' AS code, (d.data->'error'->'shortage')::text AS shortage, coalesce(d.data->'error'->>'message', d.data->>'detail') AS detail,
         d.at > greatest(u.created_at, (SELECT at FROM reference_asset_notices_seen WHERE person = u.id)) AS unseen
       FROM reference_asset_deliveries d
       JOIN reference_asset_videos v ON v.document_id = d.data->'video'->>'documentId' AND v.published_at IS NULL
       JOIN admin_users u ON u.id = ?
       WHERE d.channel = 'panel' AND CASE d.target
         WHEN 'review' THEN ? AND v.stage = 'in_review'
         WHEN 'budget' THEN ? AND v.stage = 'failed'
         WHEN 'failed' THEN v.stage = 'failed' AND (v.created_by_id = u.id OR v.created_by_id IS NULL AND ?)
         ELSE v.created_by_id = u.id END
       ORDER BY v.document_id, d.target, d.at DESC) newest ORDER BY newest.at DESC LIMIT ${mostShown}`,
      [person, mayApprove, mayTopUp, mayRetry],
    );
    return rows.map((row) => ({
      ...row,
      shortage: row.shortage === null ? null : (JSON.parse(row.shortage) as Shortage | null),
    }));
  },

  /** Everything that concerns a person by now was seen. */
  async see(person: number): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_notices_seen (person, at) VALUES (?, clock_timestamp())
       ON CONFLICT (person) DO UPDATE SET at = excluded.at`,
      [person],
    );
  },
});
export type PanelNotices = ReturnType<typeof createPanelNotices>;
