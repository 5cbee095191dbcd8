import type { Core } from '@strapi/strapi';

/** What a registered API user may do with what is theirs, and look at of what is shared. */
const actions = [
  ...['find', 'findOne', 'create', 'update', 'delete', 'analyse', 'handBack', 'preprocess'].map(
    (action) => `reference-asset.${action}`,
  ),
  ...[
    'search',
    'picture-search',
    'similar',
    'duplicate',
    'duplicate-group',
    'duplicate-report',
    'merge',
    'usage',
    'edges',
    'recommendation',
    'match',
    'estimate',
    'remaining-estimate',
    'account',
    'spending',
    'spending-summary',
    'comment',
    'event',
    'package',
    'video-version',
    'beat-quote',
    'video-activity',
    'asset-activity',
  ].map((controller) => `${controller}.find`),
  ...['find', 'findOne', 'create', 'map', 'continue', 'cancel', 'retry', 'regenerate'].map(
    (action) => `video-generation.${action}`,
  ),
  ...['merge', 'undoMerge', 'distinguish'].map((action) => `duplicate-decision.${action}`),
  ...[
    'editPlan',
    'editBeat',
    'review',
    'approve',
    'undoApprove',
    'requestChanges',
    'undoRequestChanges',
    'reject',
    'undoReject',
    'comment',
    'resolve',
    'reopen',
    'answer',
  ].map((action) => `video-review.${action}`),
].map((action) => `plugin::reference-assets.${action}`);

const roleUid = 'plugin::users-permissions.role';
const permissionUid = 'plugin::users-permissions.permission';

/** Grants the Authenticated role its own-asset and own-video actions, once; what an admin takes away later stays away. */
export const grantOwnActions = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'api', name: 'host' });
  if (await store.get({ key: 'own-actions-granted' })) return;
  const role = await strapi.db
    .query(roleUid)
    .findOne({ where: { type: 'authenticated' }, populate: ['permissions'] });
  if (!role) return;
  const held = new Set((role.permissions as { action: string }[]).map(({ action }) => action));
  for (const action of actions) {
    if (!held.has(action))
      await strapi.db.query(permissionUid).create({ data: { action, role: role.id } });
  }
  await store.set({ key: 'own-actions-granted', value: true });
};
