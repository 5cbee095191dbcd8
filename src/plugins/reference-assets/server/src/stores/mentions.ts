import type { MentionNotice } from '../../../shared/contracts/mentions';
import type { RunSql } from './sql';

/** Where people were last when they looked at what mentions them; see `own-tables`. */
export const mentionTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_mentions_seen (
     person integer PRIMARY KEY,
     comment_id integer NOT NULL DEFAULT 0
   )`,
];

/** More than these nobody reads through. */
const mostShown = 50;

/** Remarks that ask people of the admin panel to look: read from the comments themselves, so none can be lost. */
export const createMentions = (sql: RunSql) => ({
  /** What mentions a person, newest first; their own remarks do not. */
  of: (person: number): Promise<MentionNotice[]> =>
    sql<MentionNotice>(
      `SELECT c.document_id AS "commentId", c.video AS "videoId", left(v.prompt, 120) AS video, c.author, c.text,
         c.frame, to_char(c.created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt",
         c.resolved_at IS NOT NULL AS resolved,
         c.id > coalesce((SELECT comment_id FROM reference_asset_mentions_seen WHERE person = ?), 0) AS unseen
       FROM reference_asset_comments c
       JOIN reference_asset_videos v ON v.document_id = c.video AND v.published_at IS NULL
       WHERE c.mentions::jsonb @> ?::jsonb AND c.author_key IS DISTINCT FROM ?
       ORDER BY c.id DESC LIMIT ${mostShown}`,
      [person, JSON.stringify([{ id: person }]), `admin ${person}`],
    ),

  /** Everything that mentions a person by now was seen. */
  async see(person: number): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_mentions_seen (person, comment_id)
       VALUES (?, coalesce((SELECT max(id) FROM reference_asset_comments), 0))
       ON CONFLICT (person) DO UPDATE SET comment_id = excluded.comment_id`,
      [person],
    );
  },
});
export type Mentions = ReturnType<typeof createMentions>;
