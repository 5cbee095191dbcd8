import type { Core } from '@strapi/strapi';
import type { PluginConfig } from './config';
import { createGenerationProviders } from './providers/generation';
import type { GenerationProvider } from './providers/generation-ports';
import type { Stores } from './stores';
import type { PaidNeeds } from './video/paid/needs';
import { messageOf } from '../../shared/message-of';

/** The vendors that there is a key for, by name. */
export const createVendors = (
  config: PluginConfig,
  { rateLimits }: Pick<Stores, 'rateLimits'>,
): ReadonlyMap<string, GenerationProvider> =>
  new Map(Object.entries(createGenerationProviders(config, rateLimits)));

/** The path below the API at which a vendor reports; its signature is its permission. */
export const webhookPath = (strapi: Core.Strapi, provider: string): string =>
  `${strapi.config.get<string>('api.rest.prefix', '/api')}/reference-assets/webhooks/${provider}`;

/**
 * What Replicate signs its reports with: as configured, else asked of Replicate once where it could reach us.
 *
 * `learn` never rejects: without a secret no reports are asked for, and jobs are asked for as always.
 */
export const createReportSecret = (
  { publicUrl, replicate }: Pick<PluginConfig, 'publicUrl' | 'replicate'>,
  vendors: ReadonlyMap<string, Pick<GenerationProvider, 'reportSecret'>>,
  log: { warn(message: string): void },
) => {
  let secret = replicate.webhookSecret;
  return {
    current: (): string | undefined => secret,
    async learn(): Promise<void> {
      if (secret || !publicUrl) return;
      try {
        secret = await vendors.get('replicate')?.reportSecret?.();
      } catch (error) {
        const why = messageOf(error);
        log.warn(`Replicate's reports are not used: their secret could not be read. ${why}`);
      }
    },
  };
};
export type ReportSecret = ReturnType<typeof createReportSecret>;

/**
 * Where Replicate may report to: only where we have a public address and the secret its reports are signed with;
 * everywhere else its jobs are asked for.
 */
export const webhookUrlOf =
  (
    strapi: Core.Strapi,
    { publicUrl }: PluginConfig,
    secret: ReportSecret,
  ): PaidNeeds['webhookUrl'] =>
  (provider, nonce) =>
    provider === 'replicate' && publicUrl && secret.current()
      ? `${publicUrl.replace(/\/$/, '')}${webhookPath(strapi, provider)}?nonce=${nonce}`
      : undefined;
