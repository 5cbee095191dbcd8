import type { Account } from './browser';

/** Speaks to the admin routes as the panel does, to see what the server really has. */
export const createAdminApi = async (url: string, { email, password }: Account) => {
  const call = async <T>(
    method: string,
    path: string,
    { body, token }: { body?: unknown; token?: string } = {},
  ): Promise<T> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text ? JSON.parse(text) : null) as T;
  };
  const login = await call<{ data: { token: string } }>('POST', '/admin/login', {
    body: { email, password },
  });
  const { token } = login.data;
  return {
    get: <T>(path: string) => call<{ data: T }>('GET', path, { token }).then(({ data }) => data),

    /** Makes a person whose role has these rights of the plugin and no others. */
    async invite(person: Account, uids: string[]) {
      const role = await call<{ data: { id: number } }>('POST', '/admin/roles', {
        token,
        body: { name: `Role of ${person.email}`, description: 'made by a test' },
      });
      await call('PUT', `/admin/roles/${role.data.id}/permissions`, {
        token,
        body: {
          permissions: uids.map((uid) => ({
            action: `plugin::reference-assets.${uid}`,
            subject: null,
            properties: {},
            conditions: [],
          })),
        },
      });
      const name = { firstname: 'Test', lastname: 'Person' };
      const user = await call<{ data: { registrationToken: string } }>('POST', '/admin/users', {
        token,
        body: { ...name, email: person.email, roles: [role.data.id] },
      });
      await call('POST', '/admin/register', {
        body: {
          registrationToken: user.data.registrationToken,
          userInfo: { ...name, password: person.password },
        },
      });
    },
  };
};
