import { adminRoute as route } from './admin-route';

const comments = '/videos/:id/comments';
const decisions = '/videos/:id/decisions';

/** The editorial review, for the admin panel: each decision has its own permission, and so has taking it back. */
export const reviewRoutes = [
  route('POST', `${decisions}/approve`, 'admin-review.approve', 'videos.approve'),
  route('DELETE', `${decisions}/approve`, 'admin-review.undoApprove', 'videos.approve'),
  route(
    'POST',
    `${decisions}/request-changes`,
    'admin-review.requestChanges',
    'videos.request-changes',
  ),
  route(
    'DELETE',
    `${decisions}/request-changes`,
    'admin-review.undoRequestChanges',
    'videos.request-changes',
  ),
  route('POST', `${decisions}/reject`, 'admin-review.reject', 'videos.reject'),
  route('DELETE', `${decisions}/reject`, 'admin-review.undoReject', 'videos.reject'),
  route('GET', comments, 'admin-review.commentsFind', 'videos.read'),
  route('POST', comments, 'admin-review.comment', 'videos.comment'),
  route('POST', `${comments}/:commentId/resolve`, 'admin-review.resolve', 'videos.comment'),
  route('DELETE', `${comments}/:commentId/resolve`, 'admin-review.reopen', 'videos.comment'),
  route('POST', `${comments}/:commentId/regenerate`, 'admin-review.answer', 'videos.create'),
  route(
    'GET',
    '/videos/:id/beats/:beatId/regenerate-quote',
    'admin-review.beatQuoteFind',
    'videos.create',
  ),
  route('GET', '/videos/:id/versions', 'admin-review.versionsFind', 'videos.read'),
  route('GET', '/videos/:id/activity', 'admin-review.videoActivityFind', 'activity.read'),
  route('GET', '/assets/:id/activity', 'admin-review.assetActivityFind', 'activity.read'),
  route('GET', '/videos/:id/links', 'admin-link.find', 'videos.share'),
  route('POST', '/videos/:id/links', 'admin-link.create', 'videos.share'),
  route('DELETE', '/videos/:id/links/:linkId', 'admin-link.revoke', 'videos.share'),
  route('GET', '/mentions', 'admin-review.mentionsFind', 'videos.read'),
  route('POST', '/mentions/seen', 'admin-review.seeMentions', 'videos.read'),
  route('GET', '/people', 'admin-review.peopleFind', 'videos.comment'),
];
