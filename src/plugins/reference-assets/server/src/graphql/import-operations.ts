import type { Core } from '@strapi/strapi';
import { importId, importSelection, type ImportSelection } from '../../../shared/contracts/imports';
import { useCase } from '../composition';
import { parse } from '../controllers/parse';
import { given, type Operations } from './operation';
import type { Args } from './plugin-api';

const selectionOf = (args: Args): ImportSelection =>
  parse(importSelection, given(args.selection as Args));

export const importQueries = (strapi: Core.Strapi): Operations => ({
  estimateReferenceAssetImport: {
    action: 'import-estimate.find',
    resolve: (args) => useCase(strapi, 'libraryImport').estimate(selectionOf(args)),
  },
  referenceAssetImports: {
    action: 'library-import.find',
    resolve: (_args, viewer) => useCase(strapi, 'libraryImport').list(viewer),
  },
});

export const importMutations = (strapi: Core.Strapi): Operations => ({
  startReferenceAssetImport: {
    action: 'library-import.start',
    resolve: (args, viewer) => useCase(strapi, 'libraryImport').start(selectionOf(args), viewer),
  },
  stopReferenceAssetImport: {
    action: 'library-import.stop',
    resolve: (args, viewer) =>
      useCase(strapi, 'libraryImport').stop(parse(importId, args.id), viewer),
  },
});
