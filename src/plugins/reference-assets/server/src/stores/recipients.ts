import type { RunSql } from './sql';

/** Somebody a letter goes to; `language` is the locale they chose for the admin panel, null where they chose none. */
export interface Recipient {
  email: string;
  language: string | null;
}

/** Somebody of the admin panel who can be written to. */
const reachable = `u.is_active AND NOT coalesce(u.blocked, false) AND u.email IS NOT NULL`;
const columns = `u.email, u.prefered_language AS language`; // Strapi's own spelling
/** More than these are a mailing list, which is no work of ours. */
const mostPeople = 50;

/** Addresses of people by what they do here; they leave the server in no reply. */
export const createRecipients = (sql: RunSql) => ({
  /** Those whose role has a permission, by its full name. */
  allowed: (action: string): Promise<Recipient[]> =>
    sql<Recipient>(
      `SELECT DISTINCT ${columns} FROM admin_users u
       JOIN admin_users_roles_lnk ur ON ur.user_id = u.id
       JOIN admin_permissions_role_lnk pr ON pr.role_id = ur.role_id
       JOIN admin_permissions p ON p.id = pr.permission_id
       WHERE p.action = ? AND ${reachable} ORDER BY u.email LIMIT ${mostPeople}`,
      [action],
    ),

  /** Who made a video in the panel; nobody for one that came over the API. */
  makerOf: (videoId: string): Promise<Recipient[]> =>
    sql<Recipient>(
      `SELECT ${columns} FROM reference_asset_videos v JOIN admin_users u ON u.id = v.created_by_id
       WHERE v.document_id = ? AND v.published_at IS NULL AND ${reachable}`,
      [videoId],
    ),

  people: (ids: readonly number[]): Promise<Recipient[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : sql<Recipient>(
          `SELECT ${columns} FROM admin_users u WHERE u.id = ANY(?) AND ${reachable} ORDER BY u.email`,
          [[...ids]],
        ),
});
export type Recipients = ReturnType<typeof createRecipients>;
