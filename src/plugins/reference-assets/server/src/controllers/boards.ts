import type { Core } from '@strapi/strapi';
import { changeQuoteRequest, changeRequest } from '../../../shared/contracts/board';
import { documentId } from '../../../shared/contracts/problems';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

const idOf = (ctx: Context): string => parse(documentId, ctx.params.id);
const beatIdOf = (ctx: Context): string => parse(documentId, ctx.params.beatId);

/** The storyboard: what it tells beside its beats, and changes of what a beat is made of. */
export const boardController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async boardFind(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'board')(idOf(ctx), viewerOf(ctx.state)) };
  },

  async quoteFind(ctx: Context) {
    const { change } = parse(changeQuoteRequest, ctx.request.body);
    const changes = useCase(strapi, 'changeBeat');
    ctx.body = {
      data: await changes.quote(idOf(ctx), beatIdOf(ctx), change, viewerOf(ctx.state)),
    };
  },

  async change(ctx: Context) {
    const request = parse(changeRequest, ctx.request.body);
    const changes = useCase(strapi, 'changeBeat');
    ctx.body = {
      data: await changes.apply(idOf(ctx), beatIdOf(ctx), request, viewerOf(ctx.state)),
    };
  },
});
