import type { Core } from '@strapi/strapi';
import type { SendMail } from './notices/send-mail';

/** What Strapi mails with when nobody chose a provider; it hands letters to a local mail server that is seldom there. */
const unchosen = 'sendmail';

/** The provider of e-mail that Strapi is configured with; null where none was chosen. */
export const mailProviderOf = (strapi: Core.Strapi): string | null => {
  const provider = strapi.config.get<string>('plugin::email.provider', unchosen);
  return provider === unchosen || !strapi.plugin('email') ? null : provider;
};

/** Letters by the provider that Strapi is configured with; null where none was chosen. */
export const mailOf = (strapi: Core.Strapi): SendMail => {
  if (!mailProviderOf(strapi)) return null;
  return (letter) => strapi.plugin('email').service('email').send(letter);
};

/** Where the panel shows a video. */
export const panelAddressOf =
  (strapi: Core.Strapi) =>
  (videoId: string): string =>
    `${strapi.config.get<string>('admin.absoluteUrl', '')}/plugins/reference-assets/videos/${videoId}`;
