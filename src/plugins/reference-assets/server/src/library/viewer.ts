import { errors } from '@strapi/utils';
import type { ActivityEntry } from '../../../shared/contracts/reviews';
import type { Scope } from '../stores/asset-filter';

/**
 * Who asks, as use cases see them. Admins and API tokens work on everything their permissions reach; a registered
 * API user on what is theirs, with the shared library to read; nobody in particular on what is public.
 */
export type Viewer =
  | { kind: 'admin'; name: string; id?: number }
  | { kind: 'token'; name: string }
  | { kind: 'user'; id: string; name: string }
  | { kind: 'anyone' };

/** What of the library a viewer may see. */
export const scopeOf = (viewer: Viewer): Scope => {
  if (viewer.kind === 'user') return { all: false, owner: viewer.id };
  return viewer.kind === 'anyone' ? { all: false, owner: null } : { all: true };
};

/** The owner written on what a viewer creates; null is the shared library. */
export const ownerOf = (viewer: Viewer): string | null =>
  viewer.kind === 'user' ? viewer.id : null;

/**
 * The owner by whose things a list is narrowed for a viewer; undefined is everybody's. Nobody in particular owns
 * nothing, and so is told of nothing.
 */
export const listedOwnerOf = (viewer: Viewer): string | undefined => {
  if (viewer.kind === 'user') return viewer.id;
  return viewer.kind === 'anyone' ? '' : undefined;
};

/** Whether a viewer may change what belongs to `owner`. */
export const mayChange = (viewer: Viewer, owner: string | null): boolean => {
  if (viewer.kind === 'admin' || viewer.kind === 'token') return true;
  return viewer.kind === 'user' && owner === viewer.id;
};

/**
 * What is imported was brought by somebody else and stays in the shared library, which an API user only reads.
 *
 * Throws: `ForbiddenError` for API users and for nobody in particular.
 */
export const demandMayImport = (viewer: Viewer): void => {
  if (viewer.kind === 'user' || viewer.kind === 'anyone')
    throw new errors.ForbiddenError('Existing media is imported by administrators and API tokens.');
};

/** How a viewer is named to people. */
export const nameOf = (viewer: Viewer): string =>
  viewer.kind === 'anyone' ? 'somebody' : viewer.name;

/** Who did something, as the activity tells it. */
export type Actor = Pick<ActivityEntry, 'actor' | 'actorKind'>;
/** Who says something; `key` tells people of one name apart and is never shown. */
export type Author = Actor & { key: string };

export const actorOf = (viewer: Viewer): Actor => ({
  actor: nameOf(viewer),
  actorKind: viewer.kind,
});

/** The pipeline itself. */
export const systemActor: Actor = { actor: 'the pipeline', actorKind: 'system' };

export const authorKeyOf = (viewer: Viewer): string => {
  if (viewer.kind === 'anyone') return 'anyone';
  return `${viewer.kind} ${('id' in viewer && viewer.id) || viewer.name}`;
};
