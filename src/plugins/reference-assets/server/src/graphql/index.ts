import type { Core } from '@strapi/strapi';
import { pluginId } from '../constants';
import { assetMutations, assetQueries } from './asset-operations';
import { beatMutations } from './beat-operations';
import { beatsOf } from './beats-field';
import { duplicateMutations, duplicateQueries } from './duplicate-operations';
import { logoCopyMutations, logoCopyQueries } from './logo-copies';
import { moneyQueries } from './money-operations';
import { enumerationValues } from './enumerations';
import { importMutations, importQueries } from './import-operations';
import { hideFaults, resolverOf, scopeOf, type Operations } from './operation';
import type { ExtensionService, Resolver, SchemaPart } from './plugin-api';
import { reviewMutations, reviewQueries } from './review-operations';
import { searchQueries } from './search-operations';
import { hideShadowTypes, withoutOurs } from './shadow-types';
import { typeDefs, typeNames } from './type-defs';
import { videoMutations, videoQueries } from './video-operations';

/** The fields of a root type: their resolvers, and the scope that each asks for. */
const rootFields = (strapi: Core.Strapi, type: 'Query' | 'Mutation', operations: Operations) => {
  const entries = Object.entries(operations);
  return {
    resolvers: Object.fromEntries(entries.map(([name, one]) => [name, resolverOf(strapi, one)])),
    config: Object.fromEntries(
      entries.map(([name, { action, alsoNeeds = [] }]) => [
        `${type}.${name}`,
        { auth: { scope: [action, ...alsoNeeds].map(scopeOf) } },
      ]),
    ),
  };
};

const schemaPart = (strapi: Core.Strapi): SchemaPart => {
  const queries = rootFields(strapi, 'Query', {
    ...assetQueries(strapi),
    ...searchQueries(strapi),
    ...duplicateQueries(strapi),
    ...importQueries(strapi),
    ...videoQueries(strapi),
    ...reviewQueries(strapi),
    ...moneyQueries(strapi),
    ...logoCopyQueries(strapi),
  });
  const mutations = rootFields(strapi, 'Mutation', {
    ...assetMutations(strapi),
    ...duplicateMutations(strapi),
    ...importMutations(strapi),
    ...videoMutations(strapi),
    ...beatMutations(strapi),
    ...logoCopyMutations(strapi),
    ...reviewMutations(strapi),
  });
  const beats: Resolver<never> = hideFaults(strapi, beatsOf(strapi));
  return {
    typeDefs,
    resolvers: {
      ...enumerationValues,
      Query: queries.resolvers,
      Mutation: mutations.resolvers,
      VideoGeneration: { beats },
    },
    resolversConfig: {
      ...queries.config,
      ...mutations.config,
      'UploadFile.related': { middlewares: [withoutOurs] },
    },
  };
};

/**
 * Offers over GraphQL what REST offers, under the same scopes; does nothing where the GraphQL plugin is not installed.
 * To be called while Strapi registers: the schema is built in the GraphQL plugin's bootstrap.
 *
 * A host that has types of the same names keeps its own, and Strapi's log says that ours are left out.
 */
export const registerGraphql = (strapi: Core.Strapi): void => {
  const graphql = strapi.plugin('graphql') as Core.Plugin | undefined; // not there unless the host installed it
  if (!graphql) return;
  const extension = graphql.service('extension') as unknown as ExtensionService;
  hideShadowTypes(extension);
  const part = schemaPart(strapi);
  let told = false; // the plugin asks for a part more than once
  extension.use(({ typeRegistry }) => {
    const taken = typeNames.filter((name) => typeRegistry.has(name));
    if (taken.length === 0) return part;
    if (!told) {
      strapi.log.error(
        `${pluginId}: no GraphQL interface, because these types exist already: ${taken.join(', ')}`,
      );
    }
    told = true;
    return {};
  });
};
