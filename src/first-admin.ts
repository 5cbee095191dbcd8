import type { Core } from '@strapi/strapi';

/** A login; without a password there is none. */
export interface Login {
  email: string;
  password: string;
}

const configured = (strapi: Core.Strapi): Login => ({
  email: strapi.config.get<string>('first-admin.email', ''),
  password: strapi.config.get<string>('first-admin.password', ''),
});

/** Creates the first admin, by default from `config/first-admin`, when a login is given and nobody can sign in yet. */
export const createFirstAdmin = async (
  strapi: Core.Strapi,
  login = configured(strapi),
): Promise<void> => {
  const { email, password } = login;
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
