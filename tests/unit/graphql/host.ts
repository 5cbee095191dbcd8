import { errors } from '@strapi/utils';
import { graphql, type GraphQLSchema } from 'graphql';
import type { Core } from '@strapi/strapi';
import { contentTypes } from '../../../src/plugins/reference-assets/server/src/content-types';
import { registerGraphql } from '../../../src/plugins/reference-assets/server/src/graphql';

interface Type {
  uid: string;
  kind: string;
  modelType: string;
  modelName: string;
  plugin?: string;
  info: { singularName: string; pluralName: string; displayName: string };
  options: object;
  attributes: Record<string, unknown>;
}

interface GraphqlPlugin {
  services: Record<string, (tools: { strapi: unknown }) => unknown>;
}
const graphqlPlugin = jest.requireActual<GraphqlPlugin>('@strapi/plugin-graphql/strapi-server');

const typeOf = (uid: string, pluralName: string, attributes: Record<string, unknown>): Type => {
  const [, plugin, singularName] = uid.match(/^(?:plugin::([\w-]+)|api::[\w-]+)\.([\w-]+)$/) ?? [];
  const info = { singularName, pluralName, displayName: singularName };
  const common = { kind: 'collectionType', modelType: 'contentType', options: {} };
  return { ...common, uid, modelName: singularName, plugin, info, attributes };
};

const to = (target: string) => ({ type: 'relation', relation: 'manyToMany', target });

const hostTypes = [
  typeOf('api::campaign.campaign', 'campaigns', {
    name: { type: 'string' },
    assets: to('plugin::reference-assets.reference-asset'),
    videos: to('plugin::reference-assets.video-generation'),
  }),
  typeOf('plugin::upload.file', 'files', {
    name: { type: 'string' },
    related: { type: 'relation', relation: 'morphToMany' },
  }),
];

const ownTypes = Object.entries(contentTypes).map(([name, { schema }]) =>
  typeOf(`plugin::reference-assets.${name}`, schema.info.pluralName, schema.attributes),
);

/** What authentication leaves of a request: here the scopes it has, and by which strategy. */
export interface Caller {
  scopes: string[];
  strategy?: { name: string };
  credentials?: { name: string };
}

/** What a query answers, as it arrives. */
interface Answer {
  data: Record<string, any> | null; // any: each test knows what it asked for
  errors?: { message: string }[];
}

/**
 * A host with the real GraphQL plugin on plain objects: it has a campaign with relations to our types and one file
 * that a campaign and one of our assets use.
 */
export const createHost = (more: { uid: string; pluralName: string }[] = []) => {
  const logged: unknown[] = [];
  const added = more.map(({ uid, pluralName }) =>
    typeOf(uid, pluralName, { name: { type: 'string' } }),
  );
  const types = Object.fromEntries(
    [...hostTypes, ...ownTypes, ...added].map((type) => [type.uid, type]),
  );
  const services = new Map<string, unknown>();
  const plugin = {
    config: (key: string, fallback?: unknown) =>
      ({ shadowCRUD: true, generateArtifacts: false })[key] ?? fallback,
    service(name: string) {
      const known = services.get(name);
      if (known) return known;
      const made = graphqlPlugin.services[name]({ strapi });
      services.set(name, made);
      return made;
    },
  };
  const related = [
    { __type: 'api::campaign.campaign', documentId: 'campaign1', name: 'Spring' },
    { __type: 'plugin::reference-assets.reference-asset', documentId: 'asset1', name: 'Shoe' },
  ];
  const strapi = {
    plugin: (name: string) => (name === 'graphql' ? plugin : undefined),
    contentTypes: types,
    components: {},
    getModel: (uid: string) => types[uid],
    get: (name: string) =>
      name === 'policies'
        ? { resolve: () => [] }
        : { transform: (_: string, query: object) => query },
    config: { get: (_: string, fallback?: unknown) => fallback },
    contentAPI: {
      validate: { query: async () => undefined },
      sanitize: { query: async (query: object) => query, output: async (data: object) => data },
    },
    documents: () => ({ findMany: async () => [{ documentId: 'file1', name: 'shoe.png' }] }),
    db: { query: () => ({ load: async () => related }) },
    auth: {
      async verify(caller: Caller | undefined, config?: { scope?: string[] }) {
        if (!config?.scope?.every((scope) => caller?.scopes.includes(scope)))
          throw new errors.ForbiddenError();
      },
    },
    log: {
      error: (line: unknown) => logged.push(line),
      warn: (line: unknown) => logged.push(line),
    },
  };
  Object.assign(globalThis, { strapi }); // `@strapi/utils` reads the settings of private attributes from there
  registerGraphql(strapi as unknown as Core.Strapi);
  const schema = (plugin.service('content-api') as { buildSchema(): GraphQLSchema }).buildSchema();
  const ask = async (
    source: string,
    caller: Caller,
    variableValues: Record<string, unknown> = {},
  ) => {
    const contextValue = { state: { auth: caller } };
    const answer = await graphql({ schema, source, contextValue, variableValues });
    return JSON.parse(JSON.stringify(answer)) as Answer;
  };
  return { schema, ask, logged };
};
