import type { Core } from '@strapi/strapi';
import { grantOwnActions } from './grants';
import { createFirstAdmin } from './first-admin';

export default {
  register() {},

  /** First start only: lets registered API users work on what is theirs, and creates the first admin if asked to. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await grantOwnActions(strapi);
    await createFirstAdmin(strapi);
  },
};
