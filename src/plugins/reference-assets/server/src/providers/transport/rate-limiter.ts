import { setTimeout as sleep } from 'node:timers/promises';
import { ProviderError } from '../../errors';
import type { RateLane, RateLedger, RateLimit, RateLimiter } from '../generation-ports';

/** A wait this short is sat out; a longer one is the caller's to plan. */
const patienceMs = 5_000;

/** Limits by lane. Units: turns a minute; `burst` may follow each other at once. */
export type RateLimits = Readonly<Partial<Record<RateLane, RateLimit>>>;

/**
 * What an installation may ask of a vendor: a third of a minute's turns at once, and no minute with more than allowed.
 *
 * Source: Replicate's and Google's published limits.
 */
export const limitsOf = (config: {
  replicate: { createsPerMinute: number; readsPerMinute: number };
  google: { createsPerMinute: number; readsPerMinute: number };
}): RateLimits => {
  const lane = (perMinute: number): RateLimit => {
    const burst = Math.ceil(perMinute / 3);
    return { perMinute: Math.max(1, perMinute - burst), burst };
  };
  return {
    'replicate.create': lane(config.replicate.createsPerMinute),
    'replicate.read': lane(config.replicate.readsPerMinute),
    'google.create': lane(config.google.createsPerMinute),
    'google.read': lane(config.google.readsPerMinute),
  };
};

/** Turns at a vendor, counted in a ledger that all processes share. */
export const createRateLimiter = (ledger: RateLedger, limits: RateLimits): RateLimiter => ({
  async take(lane, signal) {
    const limit = limits[lane];
    if (!limit) return;
    const { waitMs } = await ledger.reserve(lane, limit, patienceMs);
    if (waitMs > patienceMs)
      throw new ProviderError('Too many requests are waiting for this vendor at the moment.', {
        provider: lane.split('.')[0] as string,
        operation: 'wait for a turn',
        code: 'rate-limited',
        retryable: true,
        retryAfterMs: waitMs,
      });
    if (waitMs > 0) await sleep(waitMs, undefined, { signal });
  },

  async pause(lane, forMs) {
    const limit = limits[lane];
    if (limit) await ledger.pause(lane, limit, forMs);
  },
});
