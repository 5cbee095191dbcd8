import type { Core } from '@strapi/strapi';
import type { NotificationRules } from '../../shared/contracts/notices';
import type { PluginConfig } from './config';
import { mailOf, mailProviderOf, panelAddressOf } from './mail';
import { createDeliver } from './notices/deliver';
import { createNotifications } from './notices/notifications';
import { permission } from './permissions';
import { addressProblem, createSendWebhook } from './providers/webhook/send-webhook';
import type { Stores } from './stores';
import { createCheckEndpoints } from './notices/check-endpoints';

const secretsOf = ({ notifications }: PluginConfig): string[] =>
  notifications.webhookSecret?.split(' ') ?? [];

/** Looks at endpoints by what this installation is configured with. */
export const checkEndpointsOf = (config: PluginConfig) =>
  createCheckEndpoints({
    canSign: secretsOf(config).length > 0,
    problemOf: (url) => addressProblem(url, config.notifications.trustedHosts),
  });

/** What tells people and other systems of what happened. */
export const composeNotices = (
  strapi: Core.Strapi,
  config: PluginConfig,
  parts: {
    stores: Stores;
    rules(): Promise<NotificationRules>;
    log: { warn(message: string): void };
  },
) => {
  const { trustedHosts } = config.notifications;
  const secrets = secretsOf(config);
  const canSign = secrets.length > 0;
  const told = { ...parts.stores, ...parts, mail: mailOf(strapi) };
  const deliver = createDeliver({
    ...told,
    addressOf: panelAddressOf(strapi),
    send: canSign ? createSendWebhook({ secrets, trustedHosts }) : null,
    permissions: {
      approve: permission('videos.approve'),
      retry: permission('videos.retry'),
      money: permission('money.manage'),
    },
  });
  const state = { canSign, mailProvider: mailProviderOf(strapi) };
  return { deliver, notifications: createNotifications({ ...told, deliver, state }) };
};
