import { pluginId } from '../constants';
import { contentRoute as route } from './content-route';

const video = '/video-generations/:id';
const action = (name: string) => `video-review.${name}`;
const decisions = ['approve', 'requestChanges', 'reject'];

/** The editorial review over REST. */
export const reviewRoutes = [
  // Any decision in one request, so it asks for the permission of every one.
  route('POST', `${video}/reviews`, action('review'), {
    auth: {
      scope: ['review', ...decisions].map((name) => `plugin::${pluginId}.${action(name)}`),
    },
  }),
  route('POST', `${video}/decisions/approve`, action('approve')),
  route('DELETE', `${video}/decisions/approve`, action('undoApprove')),
  route('POST', `${video}/decisions/request-changes`, action('requestChanges')),
  route('DELETE', `${video}/decisions/request-changes`, action('undoRequestChanges')),
  route('POST', `${video}/decisions/reject`, action('reject')),
  route('DELETE', `${video}/decisions/reject`, action('undoReject')),
  route('GET', `${video}/comments`, 'comment.find'),
  route('POST', `${video}/comments`, action('comment')),
  route('POST', `${video}/comments/:commentId/resolve`, action('resolve')),
  route('DELETE', `${video}/comments/:commentId/resolve`, action('reopen')),
  route('POST', `${video}/comments/:commentId/regenerate`, action('answer')),
  route('GET', `${video}/beats/:beatId/regenerate-quote`, 'beat-quote.find'),
  route('GET', `${video}/versions`, 'video-version.find'),
  route('GET', `${video}/activity`, 'video-activity.find'),
  route('GET', `${video}/links`, 'review-link.find'),
  route('POST', `${video}/links`, 'review-link.create'),
  route('DELETE', `${video}/links/:linkId`, 'review-link.revoke'),
  route('GET', '/reference-assets/:id/activity', 'asset-activity.find'),
];

/** Guests have no account: their link is checked by the use case, not by Strapi's scopes. */
const open = { auth: false };

/** The review for people without an account. */
export const guestRoutes = [
  route('GET', '/video-reviews', 'review-guest.pageFind', open),
  route('POST', '/video-reviews/sessions', 'review-guest.open', open),
  route('GET', '/video-reviews/current', 'review-guest.currentFind', open),
  route('POST', '/video-reviews/comments', 'review-guest.comment', open),
  route('POST', '/video-reviews/decisions', 'review-guest.decide', open),
];
