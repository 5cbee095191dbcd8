import { assetController } from './assets';
import { eventController } from './events';
import { searchController } from './search';
import { statusController } from './status';
import { videoController } from './videos';

/**
 * Content API and admin routes never share an action: each has its own name and so its own permission, though the
 * code behind both is one.
 */
export const controllers = {
  'reference-asset': assetController,
  search: searchController,
  'video-generation': videoController,
  event: eventController,
  'admin-asset': assetController,
  'admin-search': searchController,
  'admin-video': videoController,
  'admin-event': eventController,
  'admin-status': statusController,
};
