import { useAuth } from '@strapi/strapi/admin';
import { PERMISSIONS, type Verb } from '../permissions';

/**
 * Whether the person at the screen may do something here.
 *
 * Strapi's `useRBAC` names rights by their last word, so `assets.read` and `videos.read` would be one; this asks for the whole action.
 */
export const usePermission = (): ((verb: Verb) => boolean) => {
  const owned = useAuth('usePermission', (state) => state.permissions);
  const actions = new Set(owned.map(({ action }) => action));
  return (verb) => PERMISSIONS[verb].every(({ action }) => actions.has(action));
};
