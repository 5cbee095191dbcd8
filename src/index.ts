import type { Core } from '@strapi/strapi';
import { grantOwnActions } from './grants';
import { createFirstAdmin } from './first-admin';
import { keepOriginals } from './keep-originals';

export default {
  register() {},

  /** First start only: lets registered API users work on what is theirs, keeps originals, and creates the first admin. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await grantOwnActions(strapi);
    await keepOriginals(strapi);
    await createFirstAdmin(strapi);
  },
};
