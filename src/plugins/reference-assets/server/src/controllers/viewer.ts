import type { Core } from '@strapi/strapi';
import type { Viewer } from '../library/viewer';
import type { Context } from './context';

type State = Context['state'];

const adminName = (user: NonNullable<State['user']>): string =>
  [user.firstname, user.lastname].filter(Boolean).join(' ') ||
  user.username ||
  user.email ||
  `admin ${user.id}`;

/** Who asks, from what Strapi's authentication left on the request. */
export const viewerOf = (state: State): Viewer => {
  const strategy = state.auth?.strategy?.name;
  const user = state.user;
  if (strategy === 'admin' && user) return { kind: 'admin', name: adminName(user), id: user.id };
  if (strategy === 'content-api-token')
    return { kind: 'token', name: state.auth?.credentials?.name ?? 'API token' };
  if (strategy === 'users-permissions' && user) {
    return {
      kind: 'user',
      id: user.documentId ?? String(user.id),
      name: user.username ?? user.email ?? 'API user',
    };
  }
  return { kind: 'anyone' };
};

/** Who asked for what is under way; null when it was no request. */
export const currentViewer = (strapi: Core.Strapi): Viewer | null => {
  const state = strapi.requestContext.get()?.state as State | undefined;
  return state ? viewerOf(state) : null;
};
