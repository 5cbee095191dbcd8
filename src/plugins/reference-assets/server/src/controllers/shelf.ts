import type { Core } from '@strapi/strapi';
import {
  bulkEdit,
  changeId,
  removalRequest,
  savedSearchId,
  savedSearchRequest,
} from '../../../shared/contracts/library';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

/** What people do with the library in the admin panel: change many assets, undo it, keep searches. */
export const shelfController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async facetsFind(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'facets').read(viewerOf(ctx.state)) };
  },

  async change(ctx: Context) {
    const edit = parse(bulkEdit, ctx.request.body);
    ctx.body = { data: await useCase(strapi, 'changeMany').change(edit, viewerOf(ctx.state)) };
  },

  async undo(ctx: Context) {
    const id = parse(changeId, ctx.params.changeId);
    ctx.body = { data: await useCase(strapi, 'changeMany').undo(id, viewerOf(ctx.state)) };
  },

  async remove(ctx: Context) {
    const request = parse(removalRequest, ctx.request.body);
    ctx.body = { data: await useCase(strapi, 'removeMany').remove(request, viewerOf(ctx.state)) };
  },

  async removalUsesFind(ctx: Context) {
    const { assetIds } = parse(removalRequest, ctx.request.body);
    ctx.body = { data: await useCase(strapi, 'usage').ofMany(assetIds, viewerOf(ctx.state)) };
  },

  async undoRemoval(ctx: Context) {
    const id = parse(changeId, ctx.params.removalId);
    ctx.body = { data: await useCase(strapi, 'removeMany').undo(id, viewerOf(ctx.state)) };
  },

  async searchesFind(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'savedSearches').list(viewerOf(ctx.state)) };
  },

  async keepSearch(ctx: Context) {
    const request = parse(savedSearchRequest, ctx.request.body);
    ctx.status = 201;
    ctx.body = {
      data: await useCase(strapi, 'savedSearches').keep(request, viewerOf(ctx.state)),
    };
  },

  async removeSearch(ctx: Context) {
    const id = parse(savedSearchId, ctx.params.searchId);
    await useCase(strapi, 'savedSearches').remove(id, viewerOf(ctx.state));
    ctx.status = 204;
    ctx.body = null;
  },
});
