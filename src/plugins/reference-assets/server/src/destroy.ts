import type { Core } from '@strapi/strapi';
import { stopTimers } from './bootstrap';
import { closeComposition } from './composition';

/** Ends jobs and worker threads while the database is still open. */
export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  stopTimers(strapi);
  await closeComposition(strapi);
};
