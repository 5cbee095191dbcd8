import type { Context as RequestContext } from '../controllers/context';

/** What resolvers get of a request: the GraphQL plugin passes on what authentication left on Koa's context. */
export interface GraphqlContext {
  state: RequestContext['state'];
}

export type Args = Record<string, unknown>;
export type Resolver<Parent = unknown> = (
  parent: Parent,
  args: Args,
  context: GraphqlContext,
  info: unknown,
) => unknown;

/** Runs around the resolver of a field; `next` is that resolver. */
export type FieldMiddleware = (
  next: Resolver,
  parent: unknown,
  args: Args,
  context: GraphqlContext,
  info: unknown,
) => Promise<unknown>;

export interface ResolverConfig {
  auth?: { scope: string[] };
  middlewares?: FieldMiddleware[];
}

/** A piece of a schema, as `extension.use` of the GraphQL plugin takes it. */
export interface SchemaPart {
  typeDefs?: string;
  /** Resolvers of fields by type, and the inner values of enumerations by their names. */
  resolvers?: Record<string, Record<string, Resolver<never> | string>>;
  resolversConfig?: Record<string, ResolverConfig>;
}

/** The part of the GraphQL plugin's extension service that we use; the plugin ships no types of it. */
export interface ExtensionService {
  shadowCRUD(uid: string): { disable(): unknown };
  use(part: (tools: { typeRegistry: { has(name: string): boolean } }) => SchemaPart): unknown;
}
