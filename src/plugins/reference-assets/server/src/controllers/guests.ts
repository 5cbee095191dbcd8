import type { Core } from '@strapi/strapi';
import {
  guestComment,
  guestDecision,
  guestEntry,
  guestSession,
} from '../../../shared/contracts/review-links';
import { useCase } from '../composition';
import { contentSecurityPolicy, page } from '../review-page/page';
import type { Context } from './context';
import { parse } from './parse';

const sessionOf = (ctx: Context): string =>
  parse(guestSession, ctx.request.headers['x-review-session']);

/** The review for people without an account: a page, and what it asks for with the session of a link. */
export const guestController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/video-reviews */
  pageFind(ctx: Context) {
    ctx.type = 'text/html; charset=utf-8';
    ctx.set('Content-Security-Policy', contentSecurityPolicy);
    ctx.set('Referrer-Policy', 'no-referrer');
    ctx.set('X-Robots-Tag', 'noindex');
    ctx.set('Cache-Control', 'no-store');
    ctx.body = page;
  },

  async open(ctx: Context) {
    const entry = parse(guestEntry, ctx.request.body);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: await useCase(strapi, 'guests').open(entry) };
  },

  async currentFind(ctx: Context) {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: await useCase(strapi, 'guests').view(sessionOf(ctx)) };
  },

  async comment(ctx: Context) {
    const request = parse(guestComment, ctx.request.body);
    ctx.body = { data: await useCase(strapi, 'guests').comment(sessionOf(ctx), request) };
  },

  async decide(ctx: Context) {
    const request = parse(guestDecision, ctx.request.body);
    ctx.body = { data: await useCase(strapi, 'guests').decide(sessionOf(ctx), request) };
  },
});
