import type { ActivityEntry } from '../../../shared/contracts/reviews';
import type { RunSql } from './sql';

/** Something that was done, and to what. */
export interface Deed extends Pick<ActivityEntry, 'actor' | 'actorKind' | 'action'> {
  video?: string;
  asset?: string;
  detail?: string;
}

const columns = `id::text AS id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  actor, actor_kind AS "actorKind", action, detail`;

/** Who did what, when: written once, in the transaction of the deed itself, and never changed (the table refuses it). */
export const createActivity = (sql: RunSql) => ({
  async add({ actor, actorKind, action, video, asset, detail }: Deed): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_activity (subject, subject_id, actor, actor_kind, action, detail)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [video ? 'video' : 'asset', video ?? asset ?? '', actor, actorKind, action, detail ?? null],
    );
  },

  /** Videos something was done with since a moment, for the event stream; the newest deeds are looked through. */
  changedSince(since: Date): Promise<{ documentId: string; at: Date }[]> {
    return sql(
      `SELECT subject_id AS "documentId", max(at) AS at FROM
         (SELECT subject, subject_id, at FROM reference_asset_activity ORDER BY id DESC LIMIT 200) newest
       WHERE subject = 'video' AND at > ? GROUP BY subject_id`,
      [since],
    );
  },

  /** A page of what happened to an asset or a video, newest first. */
  async page(
    subject: 'asset' | 'video',
    id: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<{ entries: ActivityEntry[]; total: number }> {
    const [entries, [counted]] = [
      await sql<ActivityEntry>(
        `SELECT ${columns} FROM reference_asset_activity WHERE subject = ? AND subject_id = ?
         ORDER BY reference_asset_activity.id DESC OFFSET ? LIMIT ?`,
        [subject, id, (page - 1) * pageSize, pageSize],
      ),
      await sql<{ total: string }>(
        `SELECT count(*) AS total FROM reference_asset_activity WHERE subject = ? AND subject_id = ?`,
        [subject, id],
      ),
    ];
    return { entries, total: Number(counted?.total ?? 0) };
  },
});
export type Activity = ReturnType<typeof createActivity>;
