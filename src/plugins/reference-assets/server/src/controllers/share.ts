import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { documentId } from '../../../shared/contracts/problems';
import { linkRequest } from '../../../shared/contracts/review-links';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

const idOf = (ctx: Context): string => parse(documentId, ctx.params.id);

/** Review links of a video: made, listed and ended by those who may share it. */
export const shareController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'share').list(idOf(ctx), viewerOf(ctx.state)) };
  },

  async create(ctx: Context) {
    const request = parse(linkRequest, ctx.request.body);
    const data = await useCase(strapi, 'share').create(idOf(ctx), request, viewerOf(ctx.state));
    ctx.status = 201;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data };
  },

  async revoke(ctx: Context) {
    const linkId = parse(z.uuid(), ctx.params.linkId);
    const data = await useCase(strapi, 'share').revoke(idOf(ctx), linkId, viewerOf(ctx.state));
    ctx.body = { data };
  },
});
