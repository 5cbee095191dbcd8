import type { GoogleConfig, ReplicateConfig } from './config';
import type { GenerationProvider, RateLedger } from './generation-ports';
import { createGoogle } from './google';
import { createReplicate } from './replicate';
import { createRateLimiter, limitsOf } from './transport/rate-limiter';

/** The vendors that are configured; those without a key are not there. */
export interface GenerationProviders {
  replicate?: GenerationProvider;
  google?: GenerationProvider;
}

/** Builds the vendors a configuration names, with one limiter between them. */
export const createGenerationProviders = (
  config: { replicate: ReplicateConfig; google: GoogleConfig },
  ledger: RateLedger,
): GenerationProviders => {
  const limiter = createRateLimiter(ledger, limitsOf(config));
  const { apiToken } = config.replicate;
  const { apiKey } = config.google;
  return {
    ...(apiToken && { replicate: createReplicate({ ...config.replicate, apiToken, limiter }) }),
    ...(apiKey && { google: createGoogle({ ...config.google, apiKey, limiter }) }),
  };
};
