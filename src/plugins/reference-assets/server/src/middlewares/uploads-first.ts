import type { Core } from '@strapi/strapi';
import { useCase } from '../composition';
import type { Context } from '../controllers/context';

/** Tells the background of requests that bring files, whichever route they take: it stands back for them. */
export const uploadsFirst =
  (strapi: Core.Strapi) =>
  (ctx: Context, next: () => Promise<void>): Promise<void> => {
    const brings = String(ctx.request.headers['content-type']).startsWith('multipart/form-data');
    return brings && strapi.isLoaded ? useCase(strapi, 'giveWay').during(next) : next();
  };
