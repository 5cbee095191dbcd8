import type { Core } from '@strapi/strapi';
import { registerGraphql } from './graphql';
import { registerPermissions } from './permissions';

/** While Strapi registers: permissions and the GraphQL types, both refused later. */
export const register = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await registerPermissions(strapi);
  registerGraphql(strapi);
};
