import { rm } from 'node:fs/promises';
import type { Context } from '../controllers/context';

/**
 * Removes the temporary files a request brought, however it ended. Strapi's body parser (`core/src/middlewares/body.ts`)
 * removes them only from the field `files`, and only when the request was not refused.
 */
export const removeSentFiles = async (ctx: Context, next: () => Promise<void>): Promise<void> => {
  try {
    await next();
  } finally {
    const sent = Object.values(ctx.request.files ?? {}).flatMap((files) => files ?? []);
    await Promise.all(sent.map(({ filepath }) => rm(filepath, { force: true })));
  }
};
