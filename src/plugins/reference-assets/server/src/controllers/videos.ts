import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { documentId } from '../../../shared/contracts/problems';
import { regenerateRequest } from '../../../shared/contracts/reviews';
import { beatEdit, planEdit, remainingRequest } from '../../../shared/contracts/video-edits';
import { videoSearch } from '../../../shared/contracts/video-filter';
import { mappingRequest } from '../../../shared/contracts/matching';
import {
  idempotencyKey,
  videoCreation,
  videoList,
  videoLook,
  videoRequest,
} from '../../../shared/contracts/video-requests';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

const idOf = (ctx: Context): string => parse(documentId, ctx.params.id);
const beatIdOf = (ctx: Context): string => parse(documentId, ctx.params.beatId);

/** `populate=beats`, `populate=*`, `populate[0]=beats` and `populate[beats]=true` all ask for the beats. */
const wantsBeats = (populate: unknown): boolean =>
  typeof populate === 'string'
    ? populate.split(',').some((one) => one === 'beats' || one === '*')
    : typeof populate === 'object' && populate !== null
      ? Array.isArray(populate)
        ? populate.includes('beats')
        : 'beats' in populate || Object.values(populate).includes('beats')
      : false;

/** Videos: what REST, and under their own names the admin routes, offer on them. */
export const videoController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    const viewer = viewerOf(ctx.state);
    const list = parse(viewer.kind === 'admin' ? videoSearch : videoList, ctx.query);
    const { data, pagination } = await useCase(strapi, 'browseVideos').list(list, viewer);
    ctx.body = { data, meta: { pagination } };
  },

  async findOne(ctx: Context) {
    const viewer = viewerOf(ctx.state);
    const withBeats = viewer.kind === 'admin' || wantsBeats(ctx.query.populate);
    const { published } = parse(videoLook, ctx.query);
    const browse = useCase(strapi, 'browseVideos');
    ctx.body = { data: await browse.get(idOf(ctx), viewer, withBeats, published) };
  },

  async estimateFind(ctx: Context) {
    const body = ctx.request.body as { data?: unknown } | undefined;
    const request = parse(videoRequest, body?.data ?? body);
    ctx.body = { data: await useCase(strapi, 'orders').estimate(request, viewerOf(ctx.state)) };
  },

  async offersFind(ctx: Context) {
    const request = parse(videoRequest, ctx.request.body);
    ctx.body = { data: await useCase(strapi, 'tierOffers')(request, viewerOf(ctx.state)) };
  },

  async remainingFind(ctx: Context) {
    const { beatIds } = parse(remainingRequest, ctx.request.body ?? {});
    const data = await useCase(strapi, 'orders').remaining(idOf(ctx), beatIds, viewerOf(ctx.state));
    ctx.body = { data };
  },

  async editPlan(ctx: Context) {
    const edit = parse(planEdit, ctx.request.body);
    const rearrange = useCase(strapi, 'rearrangePlan');
    ctx.body = { data: await rearrange(idOf(ctx), edit, viewerOf(ctx.state)) };
  },

  async editBeat(ctx: Context) {
    const edit = parse(beatEdit, ctx.request.body);
    const plans = useCase(strapi, 'editPlan');
    ctx.body = { data: await plans.beat(idOf(ctx), beatIdOf(ctx), edit, viewerOf(ctx.state)) };
  },

  async create(ctx: Context) {
    const { data: request } = parse(videoCreation, ctx.request.body);
    const header = ctx.request.headers['idempotency-key'];
    const key = header === undefined ? undefined : parse(idempotencyKey, header);
    const data = await useCase(strapi, 'orders').create(request, viewerOf(ctx.state), key);
    ctx.status = 201;
    ctx.body = { data };
  },

  async continue(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'control').continue(idOf(ctx), viewerOf(ctx.state)) };
  },

  async cancel(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'control').cancel(idOf(ctx), viewerOf(ctx.state)) };
  },

  async retry(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'control').retry(idOf(ctx), viewerOf(ctx.state)) };
  },

  async regenerate(ctx: Context) {
    const { quotedUsd } = parse(regenerateRequest, ctx.request.body ?? {});
    const [id, beatId, viewer] = [idOf(ctx), beatIdOf(ctx), viewerOf(ctx.state)];
    if (quotedUsd !== undefined)
      await useCase(strapi, 'beatQuote').demandOf(id, beatId, quotedUsd, viewer);
    ctx.body = { data: await useCase(strapi, 'control').regenerate(id, beatId, viewer) };
  },

  async map(ctx: Context) {
    const request = parse(mappingRequest, ctx.request.body);
    ctx.body = {
      data: await useCase(strapi, 'mapping').set(idOf(ctx), request, viewerOf(ctx.state)),
    };
  },

  /** GET /api/video-generations/:id/package: a ZIP, streamed. */
  async packageFind(ctx: Context) {
    const { name, chunks } = await useCase(strapi, 'videoPackage').open(
      idOf(ctx),
      viewerOf(ctx.state),
    );
    ctx.type = 'application/zip';
    ctx.set('Content-Disposition', `attachment; filename="${name}"`);
    ctx.body = Readable.from(chunks);
  },

  async publish(ctx: Context) {
    ctx.body = {
      data: await useCase(strapi, 'publication').publish(idOf(ctx), viewerOf(ctx.state)),
    };
  },

  async unpublish(ctx: Context) {
    ctx.body = {
      data: await useCase(strapi, 'publication').unpublish(idOf(ctx), viewerOf(ctx.state)),
    };
  },
});
