import { adminToken, send } from './client';
import type { App } from './start-app';

type Server = Pick<App, 'url' | 'adminToken'>;
let counter = 0;

/** Makes a person of the admin panel whose role has these rights of the plugin and no others; returns their token. */
export const adminWith = async (app: Server, uids: string[]): Promise<string> => {
  const token = await adminToken(app);
  const call = async (method: string, path: string, json: unknown): Promise<any> => {
    const { status, body } = await send(app, method, path, { token, json });
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
    return body.data;
  };
  counter += 1;
  const email = `person-${process.pid}-${counter}-${Date.now()}@example.com`;
  const role = await call('POST', '/admin/roles', { name: `Role of ${email}`, description: '' });
  const permissions = uids.map((uid) => ({
    action: uid.includes('::') ? uid : `plugin::reference-assets.${uid}`,
    subject: null,
    properties: {},
    conditions: [],
  }));
  await call('PUT', `/admin/roles/${role.id}/permissions`, { permissions });
  const name = { firstname: 'Rita', lastname: `Reviewer ${counter}` };
  const user = await call('POST', '/admin/users', { ...name, email, roles: [role.id] });
  const { registrationToken } = user;
  const userInfo = { ...name, password: 'Test-password-1' };
  const registered = await call('POST', '/admin/register', { registrationToken, userInfo });
  return registered.accessToken ?? registered.token;
};

/** Who somebody of the admin panel is; `language` is chosen for them first. */
export const personOf = async (
  app: Server,
  token: string,
  language?: string,
): Promise<{ id: number; email: string }> => {
  const json = language && { preferedLanguage: language };
  const path = '/admin/users/me';
  if (json) await send(app, 'PUT', path, { token, json });
  return (await send(app, 'GET', path, { token })).body.data;
};
