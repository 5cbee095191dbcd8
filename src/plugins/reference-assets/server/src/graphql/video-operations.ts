import type { Core } from '@strapi/strapi';
import { documentId } from '../../../shared/contracts/problems';
import {
  idempotencyKey,
  videoList,
  videoLook,
  videoRequest,
} from '../../../shared/contracts/video-requests';
import { useCase } from '../composition';
import { parse } from '../controllers/parse';
import { given, type Operations } from './operation';
import type { Args } from './plugin-api';

const idOf = (args: Args): string => parse(documentId, args.documentId);

const requestOf = (args: Args) => {
  const { models, ...data } = given(args.data as Args);
  return parse(videoRequest, { ...data, ...(models ? { models: given(models as Args) } : {}) });
};

export const videoQueries = (strapi: Core.Strapi): Operations => ({
  videoGenerations: {
    action: 'video-generation.find',
    async resolve(args, viewer) {
      const list = parse(videoList, given(args));
      const { data, pagination } = await useCase(strapi, 'browseVideos').list(list, viewer);
      return { data, meta: { pagination } };
    },
  },
  videoGeneration: {
    action: 'video-generation.findOne',
    async resolve(args, viewer) {
      const { published } = parse(videoLook, given(args));
      return useCase(strapi, 'browseVideos').get(idOf(args), viewer, false, published);
    },
  },
  estimateVideoGeneration: {
    action: 'estimate.find',
    resolve: (args, viewer) => useCase(strapi, 'orders').estimate(requestOf(args), viewer),
  },
});

export const videoMutations = (strapi: Core.Strapi): Operations => ({
  createVideoGeneration: {
    action: 'video-generation.create',
    async resolve(args, viewer) {
      const key = parse(idempotencyKey.optional(), args.idempotencyKey ?? undefined);
      return useCase(strapi, 'orders').create(requestOf(args), viewer, key);
    },
  },
  continueVideoGeneration: {
    action: 'video-generation.continue',
    resolve: (args, viewer) => useCase(strapi, 'control').continue(idOf(args), viewer),
  },
  cancelVideoGeneration: {
    action: 'video-generation.cancel',
    resolve: (args, viewer) => useCase(strapi, 'control').cancel(idOf(args), viewer),
  },
  retryVideoGeneration: {
    action: 'video-generation.retry',
    resolve: (args, viewer) => useCase(strapi, 'control').retry(idOf(args), viewer),
  },
});
