import { errors } from '@strapi/utils';
import {
  testEvent,
  type Delivery,
  type NotificationRules,
  type NotificationState,
} from '../../../shared/contracts/notices';
import type { Pagination, Paging } from '../../../shared/contracts/problems';
import { pagination } from '../library/browse';
import { nameOf, type Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import type { Deliver } from './deliver';
import { testLetter } from './letters';
import type { SendMail } from './send-mail';

interface Needs extends Pick<Stores, 'deliveries' | 'recipients'> {
  rules(): Promise<NotificationRules>;
  deliver: Deliver;
  mail: SendMail;
  state: NotificationState;
}

/** How people and other systems are told, for the settings page: what is possible, what was sent, trying it out. */
export const createNotifications = (needs: Needs) => {
  const { deliveries, recipients, rules, deliver, mail, state } = needs;

  /** Tries at once, so that whoever asked sees how it went. */
  const tried = async (id: string): Promise<Delivery> => {
    await deliver(id);
    return (await deliveries.find(id)) as Delivery;
  };

  return {
    read: (): NotificationState => state,

    async list(paging: Paging): Promise<{ data: Delivery[]; pagination: Pagination }> {
      const found = await deliveries.page(paging);
      return { data: found.deliveries, pagination: pagination(paging, found.total) };
    },

    /** Sends a test to an endpoint, whether it is on or off. */
    async test(endpointId: string, viewer: Viewer): Promise<Delivery> {
      const { webhooks } = await rules();
      if (!webhooks.some(({ id }) => id === endpointId))
        throw new errors.NotFoundError('There is no such endpoint; save it first.');
      const data = { by: { name: nameOf(viewer), kind: viewer.kind } };
      const owed = { channel: 'webhook', target: endpointId, event: testEvent, data } as const;
      return tried((await deliveries.add(owed)).id);
    },

    /** Tries a delivery again, also one that arrived. */
    async retry(deliveryId: string): Promise<Delivery> {
      const owed = await deliveries.again(deliveryId);
      if (owed) return tried(owed.id);
      if (await deliveries.find(deliveryId))
        throw new errors.ApplicationError('It is being delivered at this moment.');
      throw new errors.NotFoundError('There is no such delivery.');
    },

    /** Writes to the person who asks, so that they see whether letters arrive. */
    async testMail(viewer: Viewer): Promise<void> {
      if (!mail) throw new errors.ApplicationError('No e-mail provider is configured in Strapi.');
      const [to] = viewer.kind === 'admin' && viewer.id ? await recipients.people([viewer.id]) : [];
      if (!to) throw new errors.ApplicationError('Your account has no e-mail address.');
      try {
        await mail({ to: to.email, ...testLetter(to.language) });
      } catch (cause) {
        const failure = new errors.ApplicationError('The e-mail provider did not take the letter.');
        failure.cause = cause;
        throw failure;
      }
    },
  };
};
export type Notifications = ReturnType<typeof createNotifications>;
