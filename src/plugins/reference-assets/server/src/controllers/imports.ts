import type { Core } from '@strapi/strapi';
import { importId, importSelection } from '../../../shared/contracts/imports';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

/** Media that was there before the plugin: what taking it up costs, and the imports that do it. */
export const importController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'libraryImport').list(viewerOf(ctx.state)) };
  },

  async estimateFind(ctx: Context) {
    const selection = parse(importSelection, ctx.request.body);
    ctx.body = { data: await useCase(strapi, 'libraryImport').estimate(selection) };
  },

  async start(ctx: Context) {
    const selection = parse(importSelection, ctx.request.body);
    const data = await useCase(strapi, 'libraryImport').start(selection, viewerOf(ctx.state));
    ctx.status = 202;
    ctx.body = { data };
  },

  async stop(ctx: Context) {
    const id = parse(importId, ctx.params.importId);
    ctx.body = { data: await useCase(strapi, 'libraryImport').stop(id, viewerOf(ctx.state)) };
  },
});
