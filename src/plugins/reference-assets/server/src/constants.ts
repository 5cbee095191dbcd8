/** The plugin's id in Strapi: the prefix of its uids, routes and permissions. */
export const pluginId = 'reference-assets';

/** Uids of the plugin's content types. */
export const uids = {
  asset: 'plugin::reference-assets.reference-asset',
  video: 'plugin::reference-assets.video-generation',
  beat: 'plugin::reference-assets.video-beat',
  take: 'plugin::reference-assets.beat-take',
  version: 'plugin::reference-assets.video-version',
  comment: 'plugin::reference-assets.review-comment',
  spend: 'plugin::reference-assets.spend-entry',
  file: 'plugin::upload.file',
  folder: 'plugin::upload.folder',
} as const;

/** Version of the measuring code; a higher one makes reconcile analyse every asset again. */
export const analysisVersion = 'local-4';

/** Up to this many pictures parts of them are compared as well; a larger library has a model, or compares wholes alone. */
export const mostComparedByParts = 20_000;

/** Where guests open a review link, below the content API's prefix. */
export const guestPage = '/api/video-reviews';
