import type { Core } from '@strapi/strapi';
import {
  recommendRequest,
  searchQuery,
  similarQuery,
  suggestRequest,
} from '../../../shared/contracts/asset-search';
import { duplicatesRequest } from '../../../shared/contracts/duplicates';
import { documentId } from '../../../shared/contracts/problems';
import { matchRequest } from '../../../shared/contracts/matching';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { filesOf, hasFiles } from './request-files';
import { viewerOf } from './viewer';

/** Everything that finds assets; see `index.ts` for the names under which the actions are permitted. */
export const searchController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    ctx.body = await useCase(strapi, 'search').find(
      parse(searchQuery, ctx.query),
      viewerOf(ctx.state),
    );
  },

  async pictureFind(ctx: Context) {
    const query = parse(searchQuery, { ...ctx.query, ...(ctx.request.body as object) });
    const [picture] = filesOf(ctx, 'image', 'files');
    ctx.body = await useCase(strapi, 'search').byPicture(
      picture.filepath,
      query,
      viewerOf(ctx.state),
    );
  },

  async similarFind(ctx: Context) {
    const query = parse(similarQuery, ctx.query);
    ctx.body = await useCase(strapi, 'search').similar(
      parse(documentId, ctx.params.id),
      query,
      viewerOf(ctx.state),
    );
  },

  async suggestFind(ctx: Context) {
    const { text, limit } = parse(suggestRequest, ctx.request.body);
    const data = await useCase(strapi, 'suggest').for(text, limit, viewerOf(ctx.state));
    ctx.body = { data, meta: { total: data.length } };
  },

  async duplicatesFind(ctx: Context) {
    const duplicates = useCase(strapi, 'duplicates');
    const viewer = viewerOf(ctx.state);
    const data = hasFiles(ctx)
      ? await duplicates.ofPicture(filesOf(ctx, 'image', 'files')[0].filepath, viewer)
      : await duplicates.ofAsset(parse(duplicatesRequest, ctx.request.body).assetId, viewer);
    ctx.body = { data, meta: { total: data.length } };
  },

  async recommendFind(ctx: Context) {
    const { assetIds, limit } = parse(recommendRequest, ctx.request.body);
    const data = await useCase(strapi, 'recommend').for(assetIds, limit, viewerOf(ctx.state));
    ctx.body = { data, meta: { total: data.length } };
  },

  async matchFind(ctx: Context) {
    const request = parse(matchRequest, ctx.request.body);
    ctx.body = { data: await useCase(strapi, 'matchRequests').match(request, viewerOf(ctx.state)) };
  },
});
