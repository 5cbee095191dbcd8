import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { createFirstAdmin } from '../../src/first-admin';

const usualEmail = 'admin@example.com';

/** Sees to it that somebody can sign in; says with what, and a generated password only this once. */
export const ensureAdmin = async (strapi: Core.Strapi): Promise<string> => {
  const given = strapi.config.get<string>('first-admin.email', '');
  if (given) return `${given} (password from ADMIN_PASSWORD)`;
  if (await strapi.service('admin::user').exists()) return 'the one printed when it was created';
  const password = `Demo-${randomBytes(9).toString('base64url')}1`;
  await createFirstAdmin(strapi, { email: usualEmail, password });
  return `${usualEmail} with the password ${password}`;
};
