import { send } from './client';
import type { App } from './start-app';

type Server = Pick<App, 'url'>;
type Permissions = Record<
  string,
  { controllers: Record<string, Record<string, { enabled: boolean; policy: string }>> }
>;

const change = (permissions: Permissions, actions: readonly string[], enabled: boolean): void => {
  for (const action of actions) {
    const [, type, controller, name] = /^(.*)\.([^.]+)\.([^.]+)$/.exec(action) ?? [];
    const entry = permissions[type]?.controllers[controller]?.[name];
    if (!entry) throw new Error(`there is no action ${action}`);
    entry.enabled = enabled;
  }
};

/** Grants actions to a role of API users or of the public; returns how to take them back. */
export const grant = async (
  app: Server,
  token: string,
  type: 'public' | 'authenticated',
  actions: string[],
): Promise<() => Promise<void>> => {
  const listed = await send(app, 'GET', '/users-permissions/roles', { token });
  const { id } = listed.body.roles.find((role: { type: string }) => role.type === type);
  const set = async (enabled: boolean): Promise<void> => {
    const { body } = await send(app, 'GET', `/users-permissions/roles/${id}`, { token });
    const { name, description, permissions } = body.role;
    change(permissions, actions, enabled);
    const { status } = await send(app, 'PUT', `/users-permissions/roles/${id}`, {
      token,
      json: { name, description, permissions },
    });
    if (status !== 200) throw new Error(`role ${type}: ${status}`);
  };
  await set(true);
  return () => set(false);
};
