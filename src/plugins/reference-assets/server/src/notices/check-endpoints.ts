import { errors } from '@strapi/utils';
import type { WebhookEndpoint } from '../../../shared/contracts/notices';

interface Needs {
  canSign: boolean;
  /** Why an address may never be posted to; null when it may be tried. */
  problemOf(url: URL): 'not-https' | 'private-network' | null;
}

const words = {
  'not-https': 'Webhooks go to https addresses only.',
  'private-network': 'The address is in a private network.',
};
const advice = 'An operator may allow the host in WEBHOOK_TRUSTED_HOSTS.';

/**
 * Looks at endpoints before they are kept.
 *
 * Throws: `ValidationError` for one that could never be posted to, or that is on while nothing could be signed.
 */
export const createCheckEndpoints =
  ({ canSign, problemOf }: Needs) =>
  (endpoints: readonly WebhookEndpoint[]): void => {
    const refuse = (index: number, field: string, message: string): never => {
      const path = ['notifications', 'webhooks', String(index), field];
      throw new errors.ValidationError(message, {
        errors: [{ path, message, name: 'ValidationError' }],
      });
    };
    endpoints.forEach(({ url, enabled }, index) => {
      const problem = problemOf(new URL(url));
      if (problem) refuse(index, 'url', `${words[problem]} ${advice}`);
      if (enabled && !canSign)
        refuse(index, 'enabled', 'There is no secret to sign webhooks with: set WEBHOOK_SECRET.');
    });
  };
export type CheckEndpoints = ReturnType<typeof createCheckEndpoints>;
