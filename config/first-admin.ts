import type { Core } from '@strapi/strapi';

/** The login made when there is none; see `src/first-admin`. */
export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  email: env('ADMIN_EMAIL', ''),
  password: env('ADMIN_PASSWORD', ''),
});
