import type { Core } from '@strapi/strapi';
import { useCase } from './composition';
import { registerCustomFields } from './custom-fields';
import { registerGraphql } from './graphql';
import { keepFileNamesShort } from './keep-file-names-short';
import { removeSentFiles } from './middlewares/remove-sent-files';
import { replicateWebhook } from './middlewares/replicate-webhook';
import { signReplies } from './middlewares/sign-replies';
import { uploadsFirst } from './middlewares/uploads-first';
import { registerPermissions } from './permissions';

/** While Strapi registers: permissions and the GraphQL types, both refused later, and what surrounds every request. */
export const register = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await registerPermissions(strapi);
  strapi.server.use(uploadsFirst(strapi) as never);
  strapi.server.use(removeSentFiles as never); // Koa's own context, which we know in part
  strapi.server.use(signReplies(strapi, () => useCase(strapi, 'stores').files) as never);
  strapi.server.use(replicateWebhook(strapi) as never);
  keepFileNamesShort(strapi);
  registerCustomFields(strapi);
  registerGraphql(strapi);
};
