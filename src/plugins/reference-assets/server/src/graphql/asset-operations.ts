import type { Core } from '@strapi/strapi';
import { analysisRequest } from '../../../shared/contracts/analysis';
import { assetList } from '../../../shared/contracts/asset-search';
import { assetEdit, editableField, importRequest } from '../../../shared/contracts/assets';
import { documentId } from '../../../shared/contracts/problems';
import { useCase } from '../composition';
import { parse } from '../controllers/parse';
import { given, type Operations } from './operation';
import type { Args } from './plugin-api';

const idOf = (args: Args): string => parse(documentId, args.documentId);

/** Null takes back what a person set; a right that is null is one that is not known. */
const editOf = (data: Args): Args =>
  data.rights ? { ...data, rights: given(data.rights as Args) } : data;

export const assetQueries = (strapi: Core.Strapi): Operations => ({
  referenceAssets: {
    action: 'reference-asset.find',
    async resolve(args, viewer) {
      const list = parse(assetList, given(args));
      const { data, pagination } = await useCase(strapi, 'browse').list(list, viewer);
      return { data, meta: { pagination } };
    },
  },
  referenceAsset: {
    action: 'reference-asset.findOne',
    resolve: (args, viewer) => useCase(strapi, 'browse').get(idOf(args), viewer),
  },
});

export const assetMutations = (strapi: Core.Strapi): Operations => ({
  updateReferenceAsset: {
    action: 'reference-asset.update',
    async resolve(args, viewer) {
      const edit = parse(assetEdit, editOf(args.data as Args));
      return useCase(strapi, 'edit').change(idOf(args), edit, viewer);
    },
  },
  deleteReferenceAsset: {
    action: 'reference-asset.delete',
    async resolve(args, viewer) {
      const id = idOf(args);
      await useCase(strapi, 'edit').remove(id, viewer, args.force === true);
      return { documentId: id };
    },
  },
  analyseReferenceAsset: {
    action: 'reference-asset.analyse',
    resolve: (args, viewer) => useCase(strapi, 'edit').analyseAgain(idOf(args), viewer),
  },
  analyseReferenceAssets: {
    action: 'reference-asset.analyseMany',
    async resolve(args, viewer) {
      const filter = args.filter ? given(args.filter as Args) : {};
      const request = parse(analysisRequest, { ...given(args), filter });
      return useCase(strapi, 'analyseMany').analyse(request, viewer);
    },
  },
  handBackReferenceAssetField: {
    action: 'reference-asset.handBack',
    resolve: (args, viewer) =>
      useCase(strapi, 'handBack').handBack(idOf(args), parse(editableField, args.field), viewer),
  },
  importReferenceAssets: {
    action: 'reference-asset.import',
    async resolve(args, viewer) {
      return useCase(strapi, 'importMedia').import(parse(importRequest, given(args)), viewer);
    },
  },
});
