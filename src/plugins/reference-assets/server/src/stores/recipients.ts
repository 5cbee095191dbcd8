import type { RunSql } from './sql';

/** Somebody of the admin panel who can be written to. */
const reachable = `u.is_active AND NOT coalesce(u.blocked, false) AND u.email IS NOT NULL`;
/** More than these are a mailing list, which is no work of ours. */
const mostPeople = 50;

const addresses = (rows: readonly { email: string }[]): string[] => rows.map(({ email }) => email);

/** Addresses of people by what they do here; they leave the server in no reply. */
export const createRecipients = (sql: RunSql) => ({
  /** Those whose role has a permission, by its full name. */
  async allowed(action: string): Promise<string[]> {
    return addresses(
      await sql<{ email: string }>(
        `SELECT DISTINCT u.email FROM admin_users u
         JOIN admin_users_roles_lnk ur ON ur.user_id = u.id
         JOIN admin_permissions_role_lnk pr ON pr.role_id = ur.role_id
         JOIN admin_permissions p ON p.id = pr.permission_id
         WHERE p.action = ? AND ${reachable} ORDER BY u.email LIMIT ${mostPeople}`,
        [action],
      ),
    );
  },

  /** Who made a video in the panel; nobody for one that came over the API. */
  async makerOf(videoId: string): Promise<string[]> {
    return addresses(
      await sql<{ email: string }>(
        `SELECT u.email FROM reference_asset_videos v JOIN admin_users u ON u.id = v.created_by_id
         WHERE v.document_id = ? AND v.published_at IS NULL AND ${reachable}`,
        [videoId],
      ),
    );
  },

  async person(id: number): Promise<string[]> {
    return addresses(
      await sql<{ email: string }>(
        `SELECT u.email FROM admin_users u WHERE u.id = ? AND ${reachable}`,
        [id],
      ),
    );
  },
});
export type Recipients = ReturnType<typeof createRecipients>;
