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
import { parse } from '../controllers/parse';
import { given, type Operations } from './operation';
import type { Args } from './plugin-api';

/** The asset that is spoken of, and everything else that was given. */
const split = ({ documentId: id, ...rest }: Args): { id: string; rest: Args } => ({
  id: parse(documentId, id),
  rest: given(rest),
});

export const duplicateQueries = (strapi: Core.Strapi): Operations => ({
  referenceAssetDuplicateGroups: {
    action: 'duplicate-group.find',
    async resolve(args, viewer) {
      const list = parse(duplicateGroupList, given(args));
      const groups = useCase(strapi, 'duplicateGroups');
      const { data, pagination, summary } = await groups.list(list, viewer);
      return { data, meta: { pagination, summary } };
    },
  },
  referenceAssetMerges: {
    action: 'merge.find',
    async resolve(args, viewer) {
      const list = parse(mergeList, given(args));
      const { data, pagination } = await useCase(strapi, 'mergeHistory').list(list, viewer);
      return { data, meta: { pagination } };
    },
  },
  referenceAssetDuplicateReport: {
    action: 'duplicate-report.find',
    resolve: (args, viewer) => useCase(strapi, 'duplicateGroups').report(split(args).id, viewer),
  },
  referenceAssetUsage: {
    action: 'usage.find',
    resolve: (args, viewer) => useCase(strapi, 'usage').read(split(args).id, viewer),
  },
  referenceAssetEdges: {
    action: 'edges.find',
    async resolve(args, viewer) {
      return (await useCase(strapi, 'edges').with(split(args).id, viewer)).edges;
    },
  },
});

export const duplicateMutations = (strapi: Core.Strapi): Operations => ({
  mergeReferenceAssets: {
    action: 'duplicate-decision.merge',
    resolve(args, viewer) {
      const { id, rest } = split(args);
      return useCase(strapi, 'merging').into(id, parse(mergeRequest, rest), viewer);
    },
  },
  undoReferenceAssetMerge: {
    action: 'duplicate-decision.undoMerge',
    async resolve(args, viewer) {
      const id = parse(mergeId, args.id);
      const restored = await useCase(strapi, 'mergeHistory').undo(id, viewer);
      return useCase(strapi, 'browse').get(restored.documentId, viewer);
    },
  },
  distinguishReferenceAssets: {
    action: 'duplicate-decision.distinguish',
    resolve(args, viewer) {
      const { id, rest } = split(args);
      const { assetIds } = parse(distinctRequest, rest);
      return useCase(strapi, 'duplicateGroups').distinguish(id, assetIds, viewer);
    },
  },
});
