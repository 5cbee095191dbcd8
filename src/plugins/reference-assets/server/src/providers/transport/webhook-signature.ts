import { createHmac } from 'node:crypto';

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/**
 * HMAC-SHA256 over `id.timestamp.body`, as Standard Webhooks have it; `secret` is base64, with or without `whsec_`.
 *
 * Source: standardwebhooks.com, "Signature scheme"; replicate.com/docs/topics/webhooks/verify-webhook.
 */
export const webhookSignature = (
  secret: string,
  { id, timestamp, body }: { id: string; timestamp: string; body: Buffer | string },
): Buffer =>
  createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest();
