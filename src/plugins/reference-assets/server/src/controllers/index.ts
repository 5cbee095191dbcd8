import type { Core } from '@strapi/strapi';
import { assetController } from './assets';
import { boardController } from './boards';
import type { Context } from './context';
import { dashboardController } from './dashboard';
import { duplicateController } from './duplicates';
import { eventController } from './events';
import { guestController } from './guests';
import { importController } from './imports';
import { logoCopyController } from './logo-copies';
import { moneyController } from './money';
import { noticeController } from './notices';
import { reviewController } from './reviews';
import { searchController } from './search';
import { shareController } from './share';
import { shelfController } from './shelf';
import { statusController } from './status';
import { videoController } from './videos';

type Controller = ({
  strapi,
}: {
  strapi: Core.Strapi;
}) => Record<string, (ctx: Context) => unknown>;

/**
 * One action of a controller as the action `find` of a controller of its own: a read-only token passes only scopes
 * that end in `find` or `findOne` (`admin/server/src/strategies/content-api-token.ts`).
 */
const reading =
  (controller: Controller, action: string) =>
  (parts: { strapi: Core.Strapi }): { find(ctx: Context): unknown } => ({
    find: controller(parts)[action],
  });

/**
 * Content API and admin routes never share an action: each has its own name and so its own permission, though the
 * code behind both is one.
 */
export const controllers = {
  'reference-asset': assetController,
  search: searchController,
  'picture-search': reading(searchController, 'pictureFind'),
  similar: reading(searchController, 'similarFind'),
  duplicate: reading(searchController, 'duplicatesFind'),
  'duplicate-report': reading(duplicateController, 'reportFind'),
  'duplicate-group': reading(duplicateController, 'groupsFind'),
  merge: reading(duplicateController, 'mergesFind'),
  'duplicate-decision': duplicateController,
  'library-import': importController,
  'import-estimate': reading(importController, 'estimateFind'),
  usage: reading(assetController, 'usageFind'),
  edges: reading(assetController, 'edgesFind'),
  recommendation: reading(searchController, 'recommendFind'),
  match: reading(searchController, 'matchFind'),
  'logo-copy': logoCopyController,
  'video-generation': videoController,
  estimate: reading(videoController, 'estimateFind'),
  package: reading(videoController, 'packageFind'),
  'video-review': reviewController,
  comment: reading(reviewController, 'commentsFind'),
  'review-link': shareController,
  'review-guest': guestController,
  'video-board': reading(boardController, 'boardFind'),
  'change-quote': reading(boardController, 'quoteFind'),
  'beat-change': boardController,
  'video-version': reading(reviewController, 'versionsFind'),
  'beat-quote': reading(reviewController, 'beatQuoteFind'),
  'video-activity': reading(reviewController, 'videoActivityFind'),
  'asset-activity': reading(reviewController, 'assetActivityFind'),
  event: reading(eventController, 'videoFind'),
  account: reading(moneyController, 'mineFind'),
  spending: reading(moneyController, 'spendingFind'),
  'spending-summary': reading(moneyController, 'summaryFind'),
  'remaining-estimate': reading(videoController, 'remainingFind'),
  'admin-asset': assetController,
  'admin-duplicate': duplicateController,
  'admin-import': importController,
  'admin-search': searchController,
  'admin-video': videoController,
  'admin-board': boardController,
  'admin-review': reviewController,
  'admin-link': shareController,
  'admin-event': eventController,
  'admin-money': moneyController,
  'admin-shelf': shelfController,
  'admin-dashboard': dashboardController,
  'admin-notice': noticeController,
  'admin-status': statusController,
};
