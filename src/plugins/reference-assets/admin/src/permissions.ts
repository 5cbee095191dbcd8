import { PLUGIN_ID } from './plugin-id';

const permission = (uid: string) => [{ action: `plugin::${PLUGIN_ID}.${uid}`, subject: null }];

/** What a role may do here, as the server registers it; one entry a verb. */
export const PERMISSIONS = {
  readAssets: permission('assets.read'),
  uploadAssets: permission('assets.upload'),
  editAssets: permission('assets.edit'),
  readVideos: permission('videos.read'),
  createVideos: permission('videos.create'),
  retryVideos: permission('videos.retry'),
  commentVideos: permission('videos.comment'),
  approveVideos: permission('videos.approve'),
  sendBackVideos: permission('videos.request-changes'),
  rejectVideos: permission('videos.reject'),
  shareVideos: permission('videos.share'),
  readActivity: permission('activity.read'),
  publishVideos: permission('videos.publish'),
  manageMoney: permission('money.manage'),
  readMoney: permission('money.read'),
  readDashboard: permission('dashboard.read'),
  manageSettings: permission('settings.manage'),
  readStatus: permission('status.read'),
};
export type Verb = keyof typeof PERMISSIONS;

/** Any of these opens the settings: whoever looks after the money finds the budgets there. */
export const SETTINGS_PERMISSIONS = [...PERMISSIONS.manageSettings, ...PERMISSIONS.readMoney];

/** Any of these shows the plugin in the main menu. */
export const MENU_PERMISSIONS = [
  ...PERMISSIONS.readAssets,
  ...PERMISSIONS.readVideos,
  ...PERMISSIONS.readDashboard,
  ...PERMISSIONS.readStatus,
];
