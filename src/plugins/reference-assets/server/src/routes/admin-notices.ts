import { adminRoute as route } from './admin-route';

/** How people and other systems are told of what happens, for the settings pages. */
export const noticeRoutes = [
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
