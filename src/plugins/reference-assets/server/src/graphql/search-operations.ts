import type { Core } from '@strapi/strapi';
import {
  recommendRequest,
  searchQuery,
  similarQuery,
} from '../../../shared/contracts/asset-search';
import { duplicatesRequest } from '../../../shared/contracts/duplicates';
import { documentId } from '../../../shared/contracts/problems';
import { matchRequest } from '../../../shared/contracts/matching';
import { useCase } from '../composition';
import { parse } from '../controllers/parse';
import { given, type Operations } from './operation';
import type { Args } from './plugin-api';

export const searchQueries = (strapi: Core.Strapi): Operations => ({
  searchReferenceAssets: {
    action: 'search.find',
    async resolve(args, viewer) {
      return useCase(strapi, 'search').find(parse(searchQuery, given(args)), viewer);
    },
  },
  similarReferenceAssets: {
    action: 'similar.find',
    async resolve(args, viewer) {
      const query = parse(similarQuery, given(args));
      return useCase(strapi, 'search').similar(parse(documentId, args.documentId), query, viewer);
    },
  },
  referenceAssetDuplicates: {
    action: 'duplicate.find',
    async resolve(args, viewer) {
      const { assetId } = parse(duplicatesRequest, { assetId: args.documentId });
      return useCase(strapi, 'duplicates').ofAsset(assetId, viewer);
    },
  },
  recommendReferenceAssets: {
    action: 'recommendation.find',
    async resolve(args, viewer) {
      const { assetIds, limit } = parse(recommendRequest, given(args));
      return useCase(strapi, 'recommend').for(assetIds, limit, viewer);
    },
  },
  matchReferenceAssets: {
    action: 'match.find',
    async resolve(args, viewer) {
      const beat = given(args.beat as Args);
      return useCase(strapi, 'matchRequests').match(
        parse(matchRequest, { ...given(args), beat }),
        viewer,
      );
    },
  },
});
