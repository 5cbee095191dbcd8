import type { Core } from '@strapi/strapi';
import { applyLogoRequest, logoCopyId } from '../../../shared/contracts/logo-copies';
import { documentId } from '../../../shared/contracts/problems';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

/** A logo laid over any video of the media library. */
export const logoCopyController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: Context) {
    const request = parse(applyLogoRequest, ctx.request.body);
    const assetId = parse(documentId, ctx.params.id);
    const data = await useCase(strapi, 'applyLogo').ask(assetId, request, viewerOf(ctx.state));
    ctx.status = 202;
    ctx.body = { data };
  },

  async find(ctx: Context) {
    const id = parse(logoCopyId, ctx.params.copyId);
    ctx.body = { data: await useCase(strapi, 'applyLogo').get(id, viewerOf(ctx.state)) };
  },
});
