import type { Core } from '@strapi/strapi';
import { pluginId } from './constants';

/** One permission a verb, as Strapi's roles page shows them; Strapi allows no digits and no capitals in a uid. */
const actions = [
  { uid: 'assets.read', displayName: 'See the library', subCategory: 'Assets' },
  { uid: 'assets.upload', displayName: 'Upload assets', subCategory: 'Assets' },
  { uid: 'assets.edit', displayName: 'Edit and delete assets', subCategory: 'Assets' },
  { uid: 'videos.read', displayName: 'See videos', subCategory: 'Videos' },
  { uid: 'videos.create', displayName: 'Make and change videos', subCategory: 'Videos' },
  { uid: 'videos.retry', displayName: 'Try failed videos again', subCategory: 'Videos' },
  { uid: 'videos.comment', displayName: 'Comment on videos', subCategory: 'Review' },
  { uid: 'videos.approve', displayName: 'Approve videos', subCategory: 'Review' },
  { uid: 'videos.request-changes', displayName: 'Send videos back', subCategory: 'Review' },
  { uid: 'videos.reject', displayName: 'Reject videos', subCategory: 'Review' },
  { uid: 'videos.share', displayName: 'Make review links for guests', subCategory: 'Review' },
  { uid: 'activity.read', displayName: 'See who did what', subCategory: 'Review' },
  { uid: 'videos.publish', displayName: 'Publish approved videos', subCategory: 'Videos' },
  { uid: 'money.read', displayName: 'See accounts and spending', subCategory: 'Money' },
  { uid: 'money.manage', displayName: 'Top up accounts and set caps', subCategory: 'Money' },
  { uid: 'dashboard.read', displayName: 'See the dashboard', subCategory: 'Operation' },
  {
    uid: 'settings.manage',
    displayName: 'Change brand kit, rights rules and notifications',
    subCategory: 'Operation',
  },
  { uid: 'status.read', displayName: 'See what runs', subCategory: 'Operation' },
] as const;
export type Permission = (typeof actions)[number]['uid'];

/** The full name of a permission. */
export const permission = (uid: Permission): string => `plugin::${pluginId}.${uid}`;

/** Makes the plugin's permissions known; only possible while Strapi registers. */
export const registerPermissions = (strapi: Core.Strapi): Promise<unknown> =>
  strapi
    .service('admin::permission')
    .actionProvider.registerMany(
      actions.map((action) => ({ ...action, section: 'plugins', pluginName: pluginId })),
    );
