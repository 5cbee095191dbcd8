import { adminRoutes } from '../../src/plugins/reference-assets/server/src/routes/admin';
import { send } from '../app/client';
import { adminWith } from '../app/people';
import { sharedApp } from '../app/shared-app';

const prefix = 'plugin::reference-assets.';
/** An id that nothing has: whoever may call a route is told so, nobody else learns even that. */
const nobody = 'nothing0here0at0all00';

interface Guarded {
  method: string;
  path: string;
  config: { policies: (string | { name: string; config: { actions: string[] } })[] };
}
const routes = (adminRoutes.routes as unknown as Guarded[]).map(({ method, path, config }) => {
  const [signedIn, rights] = config.policies;
  const actions = typeof rights === 'object' ? rights.config.actions : [];
  return { method, path, signedIn, uids: actions.map((action) => action.slice(prefix.length)) };
});
const uids = [...new Set(routes.flatMap((route) => route.uids))];
const addressOf = (path: string) => `/reference-assets${path.replace(/:\w+/g, nobody)}`;
/** These answer for as long as somebody listens, or need a body that is sent in parts. */
const isPlain = ({ path }: { path: string }) => !/\/events(\/\w+)?$/.test(path);

describe('roles and the routes of the panel', () => {
  const app = sharedApp();
  const ask = async ({ method, path }: { method: string; path: string }, token?: string) => {
    const json = method === 'GET' || method === 'DELETE' ? undefined : {};
    return (await send(app, method, addressOf(path), { token, json })).status;
  };

  it('asks for exactly one permission on every route', () => {
    const odd = routes.filter(
      (route) => route.signedIn !== 'admin::isAuthenticatedAdmin' || route.uids.length !== 1,
    );
    expect(odd).toEqual([]);
  });

  it('refuses who is not signed in, on every route', async () => {
    const open: string[] = [];
    for (const route of routes)
      if ((await ask(route)) !== 401) open.push(`${route.method} ${route.path}`);
    expect(open).toEqual([]);
  });

  it.each(uids)(
    'lets a person with %s alone into its routes and into no other',
    async (uid) => {
      const token = await adminWith(app, [uid]);
      const wrong: string[] = [];
      for (const route of routes.filter(isPlain)) {
        const status = await ask(route, token);
        const isMine = route.uids.includes(uid);
        const fits = isMine ? status !== 401 && status !== 403 && status < 500 : status === 403;
        if (!fits) wrong.push(`${route.method} ${route.path}: ${status}`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});
