import { timingSafeEqual } from 'node:crypto';
import { webhookSignature } from '../transport/webhook-signature';

/** Headers of a webhook as they came, and its body byte for byte. */
export interface SignedWebhook {
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
  rawBody: Buffer | string;
}

/** How far a webhook's time may be from ours, ms. */
export const webhookToleranceMs = 300_000;

const isEqual = (one: Buffer, other: Buffer): boolean =>
  one.byteLength === other.byteLength && timingSafeEqual(one, other);

/**
 * Whether a webhook was signed by the vendor, lately; the reason where it was not.
 *
 * HMAC-SHA256 over `id.timestamp.body`; the header may hold several signatures, of which only `v1,` ones count.
 * A replay within the tolerance has the same id: keeping ids apart is the caller's.
 * Source: replicate.com/docs/topics/webhooks/verify-webhook.
 */
export const verifyWebhook = (
  { id, timestamp, signature, rawBody }: SignedWebhook,
  secret: string,
  now = Date.now(),
): { ok: true; id: string } | { ok: false; reason: 'incomplete' | 'stale' | 'forged' } => {
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp))
    return { ok: false, reason: 'incomplete' };
  if (Math.abs(now - Number(timestamp) * 1000) > webhookToleranceMs)
    return { ok: false, reason: 'stale' };
  const expected = webhookSignature(secret, { id, timestamp, body: rawBody });
  const given = signature
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice(3), 'base64'));
  // Every one is compared, so that the time taken does not tell which came close.
  const matches = given.map((one) => isEqual(one, expected));
  return matches.includes(true) ? { ok: true, id } : { ok: false, reason: 'forged' };
};
