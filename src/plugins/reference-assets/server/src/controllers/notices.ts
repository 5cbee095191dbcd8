import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { paging } from '../../../shared/contracts/problems';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

/** How people and other systems are told of what happens. */
export const noticeController = ({ strapi }: { strapi: Core.Strapi }) => ({
  find(ctx: Context) {
    ctx.body = { data: useCase(strapi, 'notifications').read() };
  },

  async deliveriesFind(ctx: Context) {
    const list = parse(paging, ctx.query);
    const { data, pagination } = await useCase(strapi, 'notifications').list(list);
    ctx.body = { data, meta: { pagination } };
  },

  async test(ctx: Context) {
    const id = parse(z.uuid(), ctx.params.endpointId);
    ctx.body = { data: await useCase(strapi, 'notifications').test(id, viewerOf(ctx.state)) };
  },

  async retry(ctx: Context) {
    const id = parse(z.uuid(), ctx.params.deliveryId);
    ctx.body = { data: await useCase(strapi, 'notifications').retry(id) };
  },

  async testMail(ctx: Context) {
    await useCase(strapi, 'notifications').testMail(viewerOf(ctx.state));
    ctx.body = { data: { sent: true } };
  },
});
