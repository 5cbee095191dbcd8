import type { Core } from '@strapi/strapi';
import { PERMISSIONS } from '../../../src/plugins/reference-assets/admin/src/permissions';
import { defaultRoles } from '../../../src/plugins/reference-assets/server/src/default-roles';
import { registerPermissions } from '../../../src/plugins/reference-assets/server/src/permissions';
import { rolesService } from '../../../src/plugins/reference-assets/server/src/services/roles';

interface Given {
  id: number;
  actions: string[];
}

/** Strapi's roles, some of which are there already. */
const strapiWith = (there: Record<string, number>) => {
  const created: string[] = [];
  const given: Given[] = [];
  const roles = {
    findOne: ({ name }: { name: string }) =>
      Promise.resolve(name in there ? { id: there[name] } : null),
    create: ({ name }: { name: string }) => Promise.resolve({ id: 100 + created.push(name) }),
    assignPermissions: (id: number, permissions: { action: string }[]) => {
      given.push({ id, actions: permissions.map(({ action }) => action) });
      return Promise.resolve();
    },
  };
  const strapi = { service: () => roles } as unknown as Core.Strapi;
  return { service: rolesService({ strapi }), created, given };
};

describe('the default roles', () => {
  it('are made with their rights, and those that are there are left as people have made them', async () => {
    const { service, created, given } = strapiWith({ 'Video finance': 7 });
    const made = await service.ensure();
    expect(made).toEqual({ author: 101, reviewer: 102, finance: 7, operator: 103 });
    expect(created).toEqual(['Video author', 'Video reviewer', 'Video operator']);
    expect(given.map(({ id }) => id)).toEqual([101, 102, 103]);
    expect(given[1].actions).toContain('plugin::reference-assets.videos.approve');
  });

  it('keep making, approving and paying apart', () => {
    const owners = (uid: string) =>
      Object.entries(defaultRoles)
        .filter(([, { may }]) => (may as readonly string[]).includes(uid))
        .map(([name]) => name);
    for (const uid of ['videos.approve', 'videos.reject', 'videos.request-changes'])
      expect(owners(uid)).toEqual(['reviewer']);
    for (const uid of ['videos.create', 'videos.publish', 'assets.edit'])
      expect(owners(uid)).toEqual(['author']);
    expect(owners('money.manage')).toEqual(['finance']);
    expect(owners('settings.manage')).toEqual(['operator']);
  });

  it('name rights that Strapi knows, and so do the buttons of the panel', async () => {
    const registered: string[] = [];
    const provider = {
      registerMany: (actions: { uid: string }[]) => {
        registered.push(...actions.map(({ uid }) => `plugin::reference-assets.${uid}`));
        return Promise.resolve();
      },
    };
    await registerPermissions({
      service: () => ({ actionProvider: provider }),
    } as unknown as Core.Strapi);
    const buttons = Object.values(PERMISSIONS).flatMap((one) => one.map(({ action }) => action));
    expect([...buttons].sort()).toEqual([...registered].sort());
    const given = Object.values(defaultRoles).flatMap(({ may }) => may as readonly string[]);
    const unknown = given.filter((uid) => !registered.includes(`plugin::reference-assets.${uid}`));
    expect(unknown).toEqual([]);
  });
});
