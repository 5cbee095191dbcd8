import { adminRoute as route } from './admin-route';

/** How people and other systems are told of what happens: their own list in the panel, and the settings page. */
export const noticeRoutes = [
  route('GET', '/notices', 'admin-notice.mineFind', 'videos.read'),
  route('POST', '/notices/seen', 'admin-notice.seeMine', 'videos.read'),
  route('GET', '/notifications', 'admin-notice.find', 'settings.manage'),
  route('GET', '/notifications/deliveries', 'admin-notice.deliveriesFind', 'settings.manage'),
  route(
    'POST',
    '/notifications/deliveries/:deliveryId/retry',
    'admin-notice.retry',
    'settings.manage',
  ),
  route('POST', '/notifications/webhooks/:endpointId/test', 'admin-notice.test', 'settings.manage'),
  route('POST', '/notifications/mail/test', 'admin-notice.testMail', 'settings.manage'),
];
