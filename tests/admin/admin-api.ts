import { adminToken, send } from '../app/client';
import type { App } from '../app/start-app';
import type { Account } from './browser';

/** Speaks to the admin routes as the panel does, to see what the server really has. */
export const createAdminApi = async (app: Pick<App, 'url'>) => {
  const token = await adminToken(app);
  const call = async <T>(method: string, path: string, json?: unknown): Promise<T> => {
    const { status, body } = await send(app, method, path, { token, json });
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
    return body.data;
  };
  return {
    get: <T>(path: string) => call<T>('GET', path),
    post: <T>(path: string, json: unknown) => call<T>('POST', path, json),

    /** Makes a person whose role has these rights of the plugin and no others. */
    async invite(person: Account, uids: string[], lastname = 'Person') {
      const role = await call<{ id: number }>('POST', '/admin/roles', {
        name: `Role of ${person.email}`,
        description: 'made by a test',
      });
      const permissions = uids.map((uid) => ({
        action: `plugin::reference-assets.${uid}`,
        subject: null,
        properties: {},
        conditions: [],
      }));
      await call('PUT', `/admin/roles/${role.id}/permissions`, { permissions });
      const name = { firstname: 'Test', lastname };
      const user = await call<{ registrationToken: string }>('POST', '/admin/users', {
        ...name,
        email: person.email,
        roles: [role.id],
      });
      await call('POST', '/admin/register', {
        registrationToken: user.registrationToken,
        userInfo: { ...name, password: person.password },
      });
    },
  };
};
