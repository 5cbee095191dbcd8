import { adminRoute as route } from './admin-route';

/** Work in the library, for the admin panel: they stand before `/assets/:id`, which would take their names for ids. */
export const shelfRoutes = [
  route('GET', '/assets/facets', 'admin-shelf.facetsFind', 'assets.read'),
  route('POST', '/assets/changes', 'admin-shelf.change', 'assets.edit'),
  route('POST', '/assets/changes/:changeId/undo', 'admin-shelf.undo', 'assets.edit'),
  route('POST', '/assets/removals', 'admin-shelf.remove', 'assets.edit'),
  route('POST', '/assets/removals/uses', 'admin-shelf.removalUsesFind', 'assets.edit'),
  route('POST', '/assets/removals/:removalId/undo', 'admin-shelf.undoRemoval', 'assets.edit'),
  route('GET', '/saved-searches', 'admin-shelf.searchesFind', 'assets.read'),
  route('POST', '/saved-searches', 'admin-shelf.keepSearch', 'assets.read'),
  route('DELETE', '/saved-searches/:searchId', 'admin-shelf.removeSearch', 'assets.read'),
];
