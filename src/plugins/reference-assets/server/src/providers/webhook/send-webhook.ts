import { isIP } from 'node:net';
import { ForbiddenAddress, guardedRequest, isPrivateAddress } from '../transport/guarded-request';
import { webhookSignature } from '../transport/webhook-signature';

/** Why a webhook did not arrive; `status`: it did, and its receiver did not take it. */
export type WebhookProblem = 'status' | 'timeout' | 'unreachable' | 'redirect' | 'private-network';

/** How one attempt ended. */
export interface WebhookOutcome {
  /** Null when the receiver took it. */
  problem: WebhookProblem | null;
  status: number | null;
  /** How long the receiver asks to be left alone, ms. */
  retryAfterMs?: number;
}

export interface WebhookSender {
  /** Secrets it is signed with, the current one first: while one is exchanged for another both are good. */
  secrets: readonly string[];
  /** `host` or `host:port` that the operator vouches for: these may be spoken to plainly and inside a private network. */
  trustedHosts: readonly string[];
  timeoutMs?: number;
}

const userAgent = 'strapi-plugin-reference-assets';
const longestWaitSeconds = 86_400;

const isTrusted = (url: URL, trustedHosts: readonly string[]): boolean =>
  trustedHosts.includes(url.host) || trustedHosts.includes(url.hostname);

/** Why an address may never be posted to; null when it may be tried. What a name leads to is seen when connecting. */
export const addressProblem = (
  url: URL,
  trustedHosts: readonly string[],
): 'not-https' | 'private-network' | null => {
  if (isTrusted(url, trustedHosts)) return null;
  if (url.protocol !== 'https:') return 'not-https';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) && isPrivateAddress(host) ? 'private-network' : null;
};

const waitOf = (header: string | undefined): number | undefined => {
  const seconds = Number(header);
  return header && Number.isFinite(seconds) && seconds > 0
    ? Math.min(seconds, longestWaitSeconds) * 1000
    : undefined;
};

const outcomeOf = (status: number, retryAfter: string | undefined): WebhookOutcome => {
  if (status >= 200 && status < 300) return { problem: null, status };
  const problem = status >= 300 && status < 400 ? 'redirect' : 'status';
  const retryAfterMs = waitOf(retryAfter);
  return { problem, status, ...(retryAfterMs && { retryAfterMs }) };
};

/**
 * Posts a signed webhook once: https to public addresses only, no redirect followed, nothing read but the status.
 *
 * Never rejects: whatever happened is the outcome.
 */
export const createSendWebhook =
  ({ secrets, trustedHosts, timeoutMs = 10_000 }: WebhookSender) =>
  async (address: string, { id, body }: { id: string; body: string }): Promise<WebhookOutcome> => {
    const url = new URL(address);
    if (addressProblem(url, trustedHosts)) return { problem: 'private-network', status: null };
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signatures = secrets.map(
      (secret) => `v1,${webhookSignature(secret, { id, timestamp, body }).toString('base64')}`,
    );
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const reply = await guardedRequest({
        ...{ url, body, method: 'POST', idleMs: 2 * timeoutMs, signal: deadline },
        trusted: isTrusted(url, trustedHosts),
        headers: {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': userAgent,
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': signatures.join(' '),
        },
      });
      reply.destroy();
      return outcomeOf(reply.statusCode ?? 0, reply.headers['retry-after']);
    } catch (error) {
      if (error instanceof ForbiddenAddress) return { problem: 'private-network', status: null };
      return { problem: deadline.aborted ? 'timeout' : 'unreachable', status: null };
    }
  };
export type SendWebhook = ReturnType<typeof createSendWebhook>;
