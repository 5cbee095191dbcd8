import type { Core } from '@strapi/strapi';
import { useCase } from '../composition';
import type { Context } from './context';

/** GET /reference-assets/status (admin): what runs, with what, and what is missing. */
export const statusController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'status').read() };
  },
});
