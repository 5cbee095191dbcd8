import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { paging } from '../../../shared/contracts/problems';
import { useCase } from '../composition';
import { permission, type Permission } from '../permissions';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

/** Who is signed in, and what their role lets them do about what happened. */
const concerned = (ctx: Context) => {
  const viewer = viewerOf(ctx.state);
  if (viewer.kind !== 'admin' || viewer.id === undefined)
    throw new errors.ForbiddenError('Only people of the admin panel have a list of their own.');
  const may = (uid: Permission): boolean => ctx.state.userAbility?.can(permission(uid)) ?? false;
  return {
    person: viewer.id,
    mayApprove: may('videos.approve'),
    mayRetry: may('videos.retry'),
    mayTopUp: may('money.manage'),
  };
};

/** How people and other systems are told of what happens. */
export const noticeController = ({ strapi }: { strapi: Core.Strapi }) => ({
  find(ctx: Context) {
    ctx.body = { data: useCase(strapi, 'notifications').read() };
  },

  async mineFind(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'stores').panelNotices.of(concerned(ctx)) };
  },

  async seeMine(ctx: Context) {
    await useCase(strapi, 'stores').panelNotices.see(concerned(ctx).person);
    ctx.status = 204;
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
