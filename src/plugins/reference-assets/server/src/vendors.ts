import type { Core } from '@strapi/strapi';
import type { PluginConfig } from './config';
import { createGenerationProviders } from './providers/generation';
import type { GenerationProvider } from './providers/generation-ports';
import type { Stores } from './stores';
import type { PaidNeeds } from './video/paid/needs';

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
 * Where Replicate may report to: only where we have a public address and the secret its reports are signed with;
 * everywhere else its jobs are asked for.
 */
export const webhookUrlOf =
  (strapi: Core.Strapi, { publicUrl, replicate }: PluginConfig): PaidNeeds['webhookUrl'] =>
  (provider, nonce) =>
    provider === 'replicate' && publicUrl && replicate.webhookSecret
      ? `${publicUrl.replace(/\/$/, '')}${webhookPath(strapi, provider)}?nonce=${nonce}`
      : undefined;
