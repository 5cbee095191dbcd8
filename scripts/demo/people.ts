import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';

interface RolesService {
  ensure(): Promise<Record<string, number>>;
}

const password = (): string => `Demo-${randomBytes(9).toString('base64url')}1`;

/**
 * One person for each of the plugin's default roles, so that the demo can be seen through everybody's eyes. Those who
 * are there already stay; says who was made, and their password only this once.
 */
export const ensurePeople = async (strapi: Core.Strapi): Promise<string[]> => {
  const roles = await (strapi.plugin('reference-assets').service('roles') as RolesService).ensure();
  const users = strapi.service('admin::user');
  const made: string[] = [];
  const secret = process.env.ADMIN_PASSWORD || password();
  for (const [role, id] of Object.entries(roles)) {
    const email = `${role}@example.com`;
    if (await users.exists({ email })) continue;
    await users.create({
      email,
      password: secret,
      firstname: 'Demo',
      lastname: role,
      isActive: true,
      registrationToken: null,
      roles: [id],
    });
    made.push(email);
  }
  if (made.length === 0) return [];
  const known = process.env.ADMIN_PASSWORD ? 'ADMIN_PASSWORD' : secret;
  return [`${made.join(', ')} (password: ${known})`];
};
