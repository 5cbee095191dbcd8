import type { Core } from '@strapi/strapi';

/** What a registered API user may do with what is theirs, and look at of what is shared. */
export const ownActions = [
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
    'change-quote',
    'video-board',
    'video-activity',
    'asset-activity',
  ].map((controller) => `${controller}.find`),
  ...[
    ...['find', 'findOne', 'create', 'map', 'editPlan', 'editBeat', 'continue', 'cancel', 'retry'],
    'regenerate',
  ].map((action) => `video-generation.${action}`),
  'beat-change.change',
  ...['merge', 'undoMerge', 'distinguish'].map((action) => `duplicate-decision.${action}`),
  ...[
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

/**
 * Grants the Authenticated role its own-asset and own-video actions, each once: what an admin takes away later stays
 * away, and what a later version adds is granted when it comes.
 */
export const grantOwnActions = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'api', name: 'host' });
  const granted = new Set((await store.get({ key: 'granted-own-actions' })) as string[] | null);
  const wanted = ownActions.filter((action) => !granted.has(action));
  if (wanted.length === 0) return;
  const role = await strapi.db
    .query(roleUid)
    .findOne({ where: { type: 'authenticated' }, populate: ['permissions'] });
  if (!role) return;
  const held = new Set((role.permissions as { action: string }[]).map(({ action }) => action));
  for (const action of wanted) {
    if (!held.has(action))
      await strapi.db.query(permissionUid).create({ data: { action, role: role.id } });
  }
  await store.set({ key: 'granted-own-actions', value: ownActions });
};
