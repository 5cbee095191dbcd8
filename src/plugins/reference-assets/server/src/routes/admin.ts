import { permission, type Permission } from '../permissions';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const route = (method: Method, path: string, handler: string, needs: Permission) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [permission(needs)] } },
    ],
  },
});

/** What the admin panel calls, below `/reference-assets`; every route asks for the permission its button asks for. */
export const adminRoutes = {
  type: 'admin',
  routes: [
    route('GET', '/assets', 'admin-asset.find', 'assets.read'),
    route('POST', '/assets', 'admin-asset.create', 'assets.upload'),
    route('GET', '/assets/search', 'admin-search.find', 'assets.read'),
    route('POST', '/assets/search', 'admin-search.pictureFind', 'assets.read'),
    route('POST', '/assets/duplicates', 'admin-search.duplicatesFind', 'assets.read'),
    route('GET', '/assets/duplicate-groups', 'admin-duplicate.groupsFind', 'assets.read'),
    route('GET', '/assets/merges', 'admin-duplicate.mergesFind', 'assets.read'),
    route('POST', '/assets/merges/:mergeId/undo', 'admin-duplicate.undoMerge', 'assets.edit'),
    route('POST', '/assets/recommend', 'admin-search.recommendFind', 'assets.read'),
    route('POST', '/assets/match', 'admin-search.matchFind', 'assets.read'),
    route('GET', '/assets/imports', 'admin-asset.importsFind', 'assets.read'),
    route('POST', '/assets/imports', 'admin-asset.importLibrary', 'assets.upload'),
    route('POST', '/assets/imports/estimate', 'admin-asset.importEstimateFind', 'assets.upload'),
    route('POST', '/assets/import', 'admin-asset.import', 'assets.upload'),
    route('GET', '/assets/:id', 'admin-asset.findOne', 'assets.read'),
    route('PUT', '/assets/:id', 'admin-asset.update', 'assets.edit'),
    route('DELETE', '/assets/:id', 'admin-asset.delete', 'assets.edit'),
    route('GET', '/assets/:id/similar', 'admin-search.similarFind', 'assets.read'),
    route('GET', '/assets/:id/edges', 'admin-asset.edgesFind', 'assets.read'),
    route('GET', '/assets/:id/usage', 'admin-asset.usageFind', 'assets.read'),
    route('POST', '/assets/:id/merge', 'admin-duplicate.merge', 'assets.edit'),
    route('POST', '/assets/:id/distinct', 'admin-duplicate.distinguish', 'assets.edit'),
    route('POST', '/assets/:id/analyse', 'admin-asset.analyse', 'assets.edit'),
    route('GET', '/videos', 'admin-video.find', 'videos.read'),
    route('POST', '/videos', 'admin-video.create', 'videos.create'),
    route('POST', '/videos/estimate', 'admin-video.estimateFind', 'videos.create'),
    route('GET', '/videos/:id', 'admin-video.findOne', 'videos.read'),
    route('GET', '/videos/:id/events', 'admin-event.videoFind', 'videos.read'),
    route('POST', '/videos/:id/reference-mapping', 'admin-video.map', 'videos.create'),
    route('POST', '/videos/:id/continue', 'admin-video.continue', 'videos.create'),
    route('POST', '/videos/:id/cancel', 'admin-video.cancel', 'videos.create'),
    route('POST', '/videos/:id/retry', 'admin-video.retry', 'videos.create'),
    route(
      'POST',
      '/videos/:id/beats/:beatId/regenerate',
      'admin-video.regenerate',
      'videos.create',
    ),
    route('POST', '/videos/:id/reviews', 'admin-video.review', 'videos.review'),
    route('POST', '/videos/:id/publish', 'admin-video.publish', 'videos.publish'),
    route('POST', '/videos/:id/unpublish', 'admin-video.unpublish', 'videos.publish'),
    route('GET', '/videos/:id/comments', 'admin-video.commentsFind', 'videos.read'),
    route('POST', '/videos/:id/comments', 'admin-video.comment', 'videos.read'),
    route('GET', '/events', 'admin-event.find', 'assets.read'),
    route('POST', '/reconcile', 'admin-status.reconcile', 'assets.edit'),
    route('GET', '/status', 'admin-status.find', 'status.read'),
  ],
};
