import { permission, type Permission } from '../permissions';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A route of the admin panel: signed in, and with one permission. */
export const adminRoute = (method: Method, path: string, handler: string, needs: Permission) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [permission(needs)] } },
    ],
  },
});
