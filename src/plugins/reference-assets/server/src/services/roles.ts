import type { Core } from '@strapi/strapi';
import { defaultRoles, type DefaultRole, type DefaultRoleName } from '../default-roles';
import { permission } from '../permissions';

interface StoredRole {
  id: number;
}

/** Roles of the panel for programs in the same process: `strapi.plugin('reference-assets').service('roles')`. */
export const rolesService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Makes the default roles that are not there by name; one that is there stays as people have made it. */
  async ensure(): Promise<Record<DefaultRoleName, number>> {
    const roles = strapi.service('admin::role');
    const made = {} as Record<DefaultRoleName, number>;
    for (const [key, role] of Object.entries(defaultRoles) as [DefaultRoleName, DefaultRole][]) {
      const { name, description, may } = role;
      const there = (await roles.findOne({ name })) as StoredRole | null;
      const { id } = there ?? ((await roles.create({ name, description })) as StoredRole);
      made[key] = id;
      if (there) continue;
      const permissions = may.map((uid) => ({
        action: permission(uid),
        subject: null,
        properties: {},
        conditions: [],
      }));
      await roles.assignPermissions(id, permissions);
    }
    return made;
  },
});
