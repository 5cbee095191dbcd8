type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** `prefix: ''` serves a path as it stands here, not below the plugin's name once more. */
const route = (method: Method, path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { prefix: '' },
});

/** The REST interface; the order matters where a word could be taken for an id. */
export const contentApiRoutes = {
  type: 'content-api',
  routes: [
    route('GET', '/reference-assets', 'reference-asset.find'),
    route('POST', '/reference-assets', 'reference-asset.create'),
    route('GET', '/reference-assets/search', 'search.find'),
    route('POST', '/reference-assets/search', 'picture-search.find'),
    route('POST', '/reference-assets/duplicates', 'duplicate.find'),
    route('GET', '/reference-assets/duplicate-groups', 'duplicate-group.find'),
    route('GET', '/reference-assets/merges', 'merge.find'),
    route('POST', '/reference-assets/merges/:mergeId/undo', 'duplicate-decision.undoMerge'),
    route('POST', '/reference-assets/recommend', 'recommendation.find'),
    route('POST', '/reference-assets/match', 'match.find'),
    route('GET', '/reference-assets/imports', 'library-import.find'),
    route('POST', '/reference-assets/imports', 'reference-asset.importLibrary'),
    route('POST', '/reference-assets/imports/estimate', 'import-estimate.find'),
    route('POST', '/reference-assets/import', 'reference-asset.import'),
    route('GET', '/reference-assets/:id', 'reference-asset.findOne'),
    route('PUT', '/reference-assets/:id', 'reference-asset.update'),
    route('DELETE', '/reference-assets/:id', 'reference-asset.delete'),
    route('GET', '/reference-assets/:id/similar', 'similar.find'),
    route('GET', '/reference-assets/:id/edges', 'edges.find'),
    route('GET', '/reference-assets/:id/usage', 'usage.find'),
    route('POST', '/reference-assets/:id/merge', 'duplicate-decision.merge'),
    route('POST', '/reference-assets/:id/distinct', 'duplicate-decision.distinguish'),
    route('POST', '/reference-assets/:id/analyse', 'reference-asset.analyse'),
    route('GET', '/video-generations', 'video-generation.find'),
    route('POST', '/video-generations', 'video-generation.create'),
    route('POST', '/video-generations/estimate', 'estimate.find'),
    route('GET', '/video-generations/:id', 'video-generation.findOne'),
    route('GET', '/video-generations/:id/events', 'event.find'),
    route('POST', '/video-generations/:id/reference-mapping', 'video-generation.map'),
    route('POST', '/video-generations/:id/continue', 'video-generation.continue'),
    route('POST', '/video-generations/:id/cancel', 'video-generation.cancel'),
    route('POST', '/video-generations/:id/retry', 'video-generation.retry'),
    route('POST', '/video-generations/:id/beats/:beatId/regenerate', 'video-generation.regenerate'),
    route('POST', '/video-generations/:id/reviews', 'video-generation.review'),
    route('GET', '/video-generations/:id/comments', 'comment.find'),
    route('POST', '/video-generations/:id/comments', 'video-generation.comment'),
  ],
};
