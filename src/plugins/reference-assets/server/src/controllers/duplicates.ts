import type { Core } from '@strapi/strapi';
import {
  distinctRequest,
  duplicateGroupList,
  mergeId,
  mergeList,
  mergeRequest,
} from '../../../shared/contracts/duplicates';
import { documentId } from '../../../shared/contracts/problems';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

const idOf = (ctx: Context): string => parse(documentId, ctx.params.id);

/** What is done about duplicates: the report, merging and undoing it, telling apart. */
export const duplicateController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async groupsFind(ctx: Context) {
    const list = parse(duplicateGroupList, ctx.query);
    const groups = useCase(strapi, 'duplicateGroups');
    const { data, pagination, summary } = await groups.list(list, viewerOf(ctx.state));
    ctx.body = { data, meta: { pagination, summary } };
  },

  async reportFind(ctx: Context) {
    const groups = useCase(strapi, 'duplicateGroups');
    ctx.body = { data: await groups.report(idOf(ctx), viewerOf(ctx.state)) };
  },

  async mergesFind(ctx: Context) {
    const list = parse(mergeList, ctx.query);
    const { data, pagination } = await useCase(strapi, 'mergeHistory').list(
      list,
      viewerOf(ctx.state),
    );
    ctx.body = { data, meta: { pagination } };
  },

  async merge(ctx: Context) {
    const request = parse(mergeRequest, ctx.request.body);
    const viewer = viewerOf(ctx.state);
    const merges = await useCase(strapi, 'merging').into(idOf(ctx), request, viewer);
    ctx.body = { data: await useCase(strapi, 'browse').get(idOf(ctx), viewer), meta: { merges } };
  },

  async undoMerge(ctx: Context) {
    const viewer = viewerOf(ctx.state);
    const id = parse(mergeId, ctx.params.mergeId);
    const restored = await useCase(strapi, 'mergeHistory').undo(id, viewer);
    ctx.body = { data: await useCase(strapi, 'browse').get(restored.documentId, viewer) };
  },

  async distinguish(ctx: Context) {
    const { assetIds } = parse(distinctRequest, ctx.request.body);
    const data = await useCase(strapi, 'duplicateGroups').distinguish(
      idOf(ctx),
      assetIds,
      viewerOf(ctx.state),
    );
    ctx.body = { data };
  },
});
