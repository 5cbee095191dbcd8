import type { ReviewLink } from '../../../shared/contracts/review-links';
import type { RunSql } from './sql';

/** A row of `reference_asset_review_links`. */
export interface LinkRow extends ReviewLink {
  video: string;
  passwordHash: string | null;
}

const moment = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const columns = `l.id, l.video, l.label, l.may_approve AS "mayApprove", l.password_hash AS "passwordHash",
  l.password_hash IS NOT NULL AS "hasPassword", l.created_by AS "createdBy", ${moment('l.created_at')} AS "createdAt",
  ${moment('l.expires_at')} AS "expiresAt", ${moment('l.revoked_at')} AS "revokedAt",
  ${moment('l.last_seen_at')} AS "lastSeenAt"`;
const good = `l.revoked_at IS NULL AND l.expires_at > now()`;

const mostTries = 5;
const lockMinutes = 15;
const sessionHours = 12;

/** Links for guests. Tokens and passwords are known here by their hashes only. */
export const createReviewLinks = (sql: RunSql) => ({
  of: (videoId: string): Promise<LinkRow[]> =>
    sql(
      `SELECT ${columns} FROM reference_asset_review_links l WHERE l.video = ? ORDER BY l.created_at DESC LIMIT 200`,
      [videoId],
    ),

  async add(link: {
    id: string;
    video: string;
    label: string;
    tokenHash: string;
    passwordHash: string | null;
    mayApprove: boolean;
    createdBy: string;
    days: number;
  }): Promise<LinkRow> {
    const [row] = await sql<LinkRow>(
      `INSERT INTO reference_asset_review_links AS l
         (id, video, label, token_hash, password_hash, may_approve, created_by, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, now() + ? * interval '1 day') RETURNING ${columns}`,
      [
        link.id,
        link.video,
        link.label,
        link.tokenHash,
        link.passwordHash,
        link.mayApprove,
        link.createdBy,
        link.days,
      ],
    );
    return row;
  },

  /** Ends a link and every session opened with it; false when there is no such link on the video. */
  async revoke(videoId: string, id: string): Promise<boolean> {
    const rows = await sql(
      `UPDATE reference_asset_review_links SET revoked_at = coalesce(revoked_at, now())
       WHERE video = ? AND id = ? RETURNING id`,
      [videoId, id],
    );
    await sql(`DELETE FROM reference_asset_review_sessions WHERE link_id = ?`, [id]);
    return rows.length > 0;
  },

  /** The link of a token while it is good. */
  async ofToken(tokenHash: string): Promise<LinkRow | null> {
    const [row] = await sql<LinkRow>(
      `SELECT ${columns} FROM reference_asset_review_links l WHERE l.token_hash = ? AND ${good}`,
      [tokenHash],
    );
    return row ?? null;
  },

  /**
   * Takes one try of a link's password before it is compared, so that many at once are counted as well; false while
   * the link is locked. The fifth try that is not {@link opened} locks it for a quarter of an hour.
   */
  async takeTry(id: string): Promise<boolean> {
    const rows = await sql(
      `UPDATE reference_asset_review_links
       SET tries = CASE WHEN tries >= ? THEN 1 ELSE tries + 1 END,
           locked_until = CASE WHEN (CASE WHEN tries >= ? THEN 1 ELSE tries + 1 END) >= ?
             THEN now() + ? * interval '1 minute' ELSE NULL END
       WHERE id = ? AND (locked_until IS NULL OR locked_until <= now()) RETURNING id`,
      [mostTries, mostTries, mostTries, lockMinutes, id],
    );
    return rows.length > 0;
  },

  /** Opens a session on a link, and forgives the tries before. */
  async opened(id: string, session: { tokenHash: string; guest: string }): Promise<void> {
    await sql(
      `UPDATE reference_asset_review_links SET tries = 0, locked_until = NULL, last_seen_at = now() WHERE id = ?`,
      [id],
    );
    await sql(`DELETE FROM reference_asset_review_sessions WHERE expires_at <= now()`);
    await sql(
      `INSERT INTO reference_asset_review_sessions (token_hash, link_id, guest, expires_at)
       VALUES (?, ?, ?, now() + ? * interval '1 hour')`,
      [session.tokenHash, id, session.guest, sessionHours],
    );
  },

  /** The link and the guest of a session, while both are good. */
  async ofSession(tokenHash: string): Promise<(LinkRow & { guest: string }) | null> {
    const [row] = await sql<LinkRow & { guest: string }>(
      `SELECT ${columns}, s.guest FROM reference_asset_review_sessions s
       JOIN reference_asset_review_links l ON l.id = s.link_id
       WHERE s.token_hash = ? AND s.expires_at > now() AND ${good}`,
      [tokenHash],
    );
    return row ?? null;
  },

  async removeOf(videoId: string): Promise<void> {
    await sql(`DELETE FROM reference_asset_review_links WHERE video = ?`, [videoId]);
  },
});
export type ReviewLinks = ReturnType<typeof createReviewLinks>;
