import type { Core } from '@strapi/strapi';

/** Creates the first admin from `config/first-admin`, when a login is given there and nobody can sign in yet. */
export const createFirstAdmin = async (strapi: Core.Strapi): Promise<void> => {
  const email = strapi.config.get<string>('first-admin.email', '');
  const password = strapi.config.get<string>('first-admin.password', '');
  if (!email || !password) return;
  const users = strapi.service('admin::user');
  if (await users.exists()) return;
  const role = await strapi.service('admin::role').getSuperAdmin();
  await users.create({
    email,
    password,
    firstname: 'Admin',
    lastname: null,
    isActive: true,
    registrationToken: null,
    roles: role ? [role.id] : [],
  });
  strapi.log.info(`first admin created: ${email}`);
};
