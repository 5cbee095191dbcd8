import type { Core } from '@strapi/strapi';
import { analysisRequest, type AnalysisEstimate } from '../../../shared/contracts/analysis';
import { assetList } from '../../../shared/contracts/asset-search';
import {
  assetEdit,
  deleteQuery,
  editableField,
  importRequest,
  preprocessRequest,
} from '../../../shared/contracts/assets';
import { documentId } from '../../../shared/contracts/problems';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { dataOf, filesOf } from './request-files';
import { viewerOf } from './viewer';

const idOf = (ctx: Context): string => parse(documentId, ctx.params.id);

/** The library: what REST, and under their own names the admin routes, offer on assets. */
export const assetController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    const { data, pagination } = await useCase(strapi, 'browse').list(
      parse(assetList, ctx.query),
      viewerOf(ctx.state),
    );
    ctx.body = { data, meta: { pagination } };
  },

  async findOne(ctx: Context) {
    const viewer = viewerOf(ctx.state);
    const data = await useCase(strapi, 'edges').tryWith(idOf(ctx), viewer);
    ctx.body = { data, meta: await useCase(strapi, 'duplicateNotice').of([idOf(ctx)], viewer) };
  },

  async edgesFind(ctx: Context) {
    const { edges } = await useCase(strapi, 'edges').with(idOf(ctx), viewerOf(ctx.state));
    ctx.body = { data: edges };
  },

  async usageFind(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'usage').read(idOf(ctx), viewerOf(ctx.state)) };
  },

  async create(ctx: Context) {
    const edit = parse(assetEdit, dataOf(ctx));
    const viewer = viewerOf(ctx.state);
    const files = filesOf(ctx, 'files', 'file');
    const brought = await useCase(strapi, 'upload').bring(files, edit, viewer, ctx.state.user);
    ctx.status = 201;
    ctx.body = { data: brought.assets, meta: { duplicates: brought.duplicates } };
  },

  async update(ctx: Context) {
    const body = ctx.request.body as { data?: unknown } | undefined;
    const edit = parse(assetEdit, body?.data);
    ctx.body = { data: await useCase(strapi, 'edit').change(idOf(ctx), edit, viewerOf(ctx.state)) };
  },

  async delete(ctx: Context) {
    const { force } = parse(deleteQuery, ctx.query);
    await useCase(strapi, 'edit').remove(idOf(ctx), viewerOf(ctx.state), force);
    ctx.status = 204;
    ctx.body = null;
  },

  async analyse(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'edit').analyseAgain(idOf(ctx), viewerOf(ctx.state)) };
  },

  async analyseMany(ctx: Context) {
    const request = parse(analysisRequest, ctx.request.body ?? {});
    const data = await useCase(strapi, 'analyseMany').analyse(request, viewerOf(ctx.state));
    ctx.body = { data } satisfies { data: AnalysisEstimate };
  },

  async preprocess(ctx: Context) {
    const { kind } = parse(preprocessRequest, ctx.request.body ?? {});
    const preprocess = useCase(strapi, 'preprocess');
    const { png } = await preprocess.draw(idOf(ctx), kind, viewerOf(ctx.state));
    ctx.type = 'image/png';
    ctx.body = png;
  },

  async handBack(ctx: Context) {
    const field = parse(editableField, ctx.params.field);
    const data = await useCase(strapi, 'handBack').handBack(idOf(ctx), field, viewerOf(ctx.state));
    ctx.body = { data };
  },

  async import(ctx: Context) {
    const request = parse(importRequest, ctx.request.body);
    ctx.body = { data: await useCase(strapi, 'importMedia').import(request, viewerOf(ctx.state)) };
  },
});
