import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { documentId } from '../../../shared/contracts/problems';
import {
  activityList,
  answerRequest,
  commentRequest,
  decisionRequest,
  reviewRequest,
  type Decision,
} from '../../../shared/contracts/reviews';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

const idOf = (ctx: Context): string => parse(documentId, ctx.params.id);
/** The id of the admin user who asks. Throws: `ForbiddenError` for anybody else. */
const personOf = (ctx: Context): number => {
  const viewer = viewerOf(ctx.state);
  if (viewer.kind === 'admin' && viewer.id !== undefined) return viewer.id;
  throw new errors.ForbiddenError('Only people of the admin panel are mentioned.');
};
const commentIdOf = (ctx: Context): string => parse(documentId, ctx.params.commentId);

/** The editorial review: what REST, and under their own names the admin routes, offer on it. */
export const reviewController = ({ strapi }: { strapi: Core.Strapi }) => {
  const decide = (decision: Decision) => async (ctx: Context) => {
    const request = parse(decisionRequest, ctx.request.body ?? {});
    const viewer = viewerOf(ctx.state);
    const data = await useCase(strapi, 'review').decide(idOf(ctx), decision, request, viewer);
    ctx.body = { data };
  };
  const undo = (decision: Decision) => async (ctx: Context) => {
    const data = await useCase(strapi, 'review').undo(idOf(ctx), decision, viewerOf(ctx.state));
    ctx.body = { data };
  };
  const resolve = (done: boolean) => async (ctx: Context) => {
    const [id, commentId, viewer] = [idOf(ctx), commentIdOf(ctx), viewerOf(ctx.state)];
    ctx.body = { data: await useCase(strapi, 'remarks').resolve(id, commentId, done, viewer) };
  };
  const activity = (subject: 'asset' | 'video') => async (ctx: Context) => {
    const list = parse(activityList, ctx.query);
    const { data, pagination } = await useCase(strapi, 'readActivity').of(
      subject,
      idOf(ctx),
      list,
      viewerOf(ctx.state),
    );
    ctx.body = { data, meta: { pagination } };
  };

  return {
    approve: decide('approve'),
    requestChanges: decide('request_changes'),
    reject: decide('reject'),
    undoApprove: undo('approve'),
    undoRequestChanges: undo('request_changes'),
    undoReject: undo('reject'),
    resolve: resolve(true),
    reopen: resolve(false),
    videoActivityFind: activity('video'),
    assetActivityFind: activity('asset'),

    async review(ctx: Context) {
      const { decision, ...request } = parse(reviewRequest, ctx.request.body);
      const viewer = viewerOf(ctx.state);
      const data = await useCase(strapi, 'review').decide(idOf(ctx), decision, request, viewer);
      ctx.body = { data };
    },

    async commentsFind(ctx: Context) {
      ctx.body = { data: await useCase(strapi, 'remarks').list(idOf(ctx), viewerOf(ctx.state)) };
    },

    async comment(ctx: Context) {
      const request = parse(commentRequest, ctx.request.body);
      const data = await useCase(strapi, 'remarks').add(idOf(ctx), request, viewerOf(ctx.state));
      ctx.status = 201;
      ctx.body = { data };
    },

    async answer(ctx: Context) {
      const request = parse(answerRequest, ctx.request.body);
      const [id, commentId, viewer] = [idOf(ctx), commentIdOf(ctx), viewerOf(ctx.state)];
      ctx.body = { data: await useCase(strapi, 'remarks').answer(id, commentId, request, viewer) };
    },

    async beatQuoteFind(ctx: Context) {
      const beatId = parse(documentId, ctx.params.beatId);
      const viewer = viewerOf(ctx.state);
      ctx.body = { data: await useCase(strapi, 'beatQuote').of(idOf(ctx), beatId, viewer) };
    },

    async versionsFind(ctx: Context) {
      ctx.body = { data: await useCase(strapi, 'masters').list(idOf(ctx), viewerOf(ctx.state)) };
    },

    /** GET /reference-assets/mentions (admin): where the person who is signed in was asked to look. */
    async mentionsFind(ctx: Context) {
      ctx.body = { data: await useCase(strapi, 'stores').mentions.of(personOf(ctx)) };
    },

    /** POST /reference-assets/mentions/seen (admin) */
    async seeMentions(ctx: Context) {
      await useCase(strapi, 'stores').mentions.see(personOf(ctx));
      ctx.status = 204;
    },

    /** GET /reference-assets/people (admin): whom a comment can mention. */
    async peopleFind(ctx: Context) {
      ctx.body = { data: await useCase(strapi, 'stores').people.all() };
    },
  };
};
