import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { pluginId } from '../constants';
import { ConflictError } from '../errors';
import type { controllers } from '../controllers';
import { viewerOf } from '../controllers/viewer';
import type { Viewer } from '../library/viewer';
import type { Args, Resolver } from './plugin-api';

type Offered =
  | 'reference-asset'
  | 'search'
  | 'similar'
  | 'duplicate'
  | 'duplicate-group'
  | 'duplicate-report'
  | 'merge'
  | 'library-import'
  | 'import-estimate'
  | 'duplicate-decision'
  | 'usage'
  | 'edges'
  | 'recommendation'
  | 'match'
  | 'logo-copy'
  | 'video-generation'
  | 'estimate'
  | 'remaining-estimate'
  | 'account'
  | 'spending'
  | 'spending-summary'
  | 'comment'
  | 'video-review'
  | 'video-version'
  | 'beat-quote'
  | 'video-activity'
  | 'asset-activity';

/** An action of REST, `<controller>.<action>`: who may call it there may call the same here. */
export type Action = {
  [Name in Offered]: `${Name}.${Extract<keyof ReturnType<(typeof controllers)[Name]>, string>}`;
}[Offered];

/** A field of `Query` or `Mutation`: the action whose permission it asks for, and the use case it calls. */
export interface Operation {
  action: Action;
  /** Further permissions it asks for. */
  alsoNeeds?: readonly Action[];
  resolve(args: Args, viewer: Viewer): Promise<unknown>;
}
export type Operations = Record<string, Operation>;

/** The scope of an action, as roles and API tokens list it. */
export const scopeOf = (action: Action): string => `plugin::${pluginId}.${action}`;

/** Arguments without those that are null: in a query null says no more than leaving out. */
export const given = (args: Args): Args =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));

const isForPeople = (error: unknown): boolean =>
  error instanceof errors.ApplicationError ||
  error instanceof errors.HttpError ||
  error instanceof ConflictError;

/**
 * Lets what is said for people pass and hides the rest behind what REST answers, because the GraphQL plugin would
 * show the message of any error, a database driver's statement included (`format-graphql-error.ts`).
 */
export const hideFaults =
  <Parent>(strapi: Core.Strapi, resolve: Resolver<Parent>): Resolver<Parent> =>
  async (...call) => {
    try {
      return await resolve(...call);
    } catch (error) {
      if (isForPeople(error)) throw error;
      strapi.log.error(error);
      throw new Error('Internal Server Error', { cause: error });
    }
  };

/** The resolver of an operation. */
export const resolverOf = (strapi: Core.Strapi, { resolve }: Operation): Resolver =>
  hideFaults(strapi, (_parent, args, { state }) => resolve(args, viewerOf(state)));
