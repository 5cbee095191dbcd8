import type { Core } from '@strapi/strapi';
import { useCase } from '../composition';
import type { Context } from './context';

/** GET /reference-assets/status (admin): what runs, with what, and what is missing. */
export const statusController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** POST /reference-assets/reconcile (admin): mends now what is not as it should be; the status says what was found. */
  async reconcile(ctx: Context) {
    await useCase(strapi, 'jobs').ring({ kind: 'library.reconcile' }, { priority: 10 });
    ctx.status = 202;
    ctx.body = { data: await useCase(strapi, 'stores').states.get('reconciled') };
  },

  async find(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'status').read() };
  },
});
