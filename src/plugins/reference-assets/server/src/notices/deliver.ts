import type {
  DeliveryProblem,
  NotificationKind,
  NotificationRules,
  WebhookBody,
} from '../../../shared/contracts/notices';
import { testEvent } from '../../../shared/contracts/notices';
import { done, skipped, type JobHandler } from '../jobs/contract';
import type { SendWebhook } from '../providers/webhook/send-webhook';
import type { Stores } from '../stores';
import type { DeliveryRow } from '../stores/deliveries';
import type { Recipient } from '../stores/recipients';
import { letterOf, subjectsOf } from './letters';
import type { SendMail } from './send-mail';
import { messageOf } from '../../../shared/message-of';

interface Needs extends Pick<Stores, 'deliveries' | 'recipients'> {
  /** Who is told of what, as decided now. */
  rules(): Promise<NotificationRules>;
  /** null where there is no secret to sign with. */
  send: SendWebhook | null;
  mail: SendMail;
  addressOf(videoId: string): string;
  /** Full names of permissions. */
  permissions: { approve: string; retry: string; money: string };
  log: { warn(message: string): void };
}

/** How one attempt went. */
interface Attempt {
  problem: DeliveryProblem | null;
  status: number | null;
  /** Whether another attempt may go better. */
  mayRetry: boolean;
  /** How long the other side asks to be left alone, ms. */
  retryAfterMs?: number;
}

const minuteMs = 60_000;
/** Waits between attempts, about 32 hours in all. Source: standardwebhooks.com, "Delivery guarantees". */
const waitsMs = [5000, 5 * minuteMs, 30 * minuteMs, 120 * minuteMs, 300 * minuteMs, 600 * minuteMs];
const lastWaitMs = 840 * minuteMs;
export const mostAttempts = waitsMs.length + 2;
const leaseMs = 2 * minuteMs;

const gone = 410;

const over = (problem: DeliveryProblem): Attempt => ({ problem, status: null, mayRetry: false });

/** Posts what happened to an endpoint, unless that was turned off since. */
const createPost =
  ({ rules, send }: Needs) =>
  async ({ id, target, event, at, data }: DeliveryRow): Promise<Attempt> => {
    const endpoint = (await rules()).webhooks.find((one) => one.id === target);
    if (!endpoint) return over('endpoint-gone');
    if (!endpoint.enabled && event !== testEvent) return over('endpoint-off');
    if (!send) return over('no-secret');
    const body = { type: event as WebhookBody['type'], timestamp: at, data } satisfies WebhookBody;
    const outcome = await send(endpoint.url, { id: `msg_${id}`, body: JSON.stringify(body) });
    const isFinal = outcome.status === gone || outcome.problem === 'private-network';
    return { ...outcome, mayRetry: !isFinal };
  };

/** Writes to everybody a kind of letter is for, to each once and in their language. */
const createWrite = (needs: Needs) => {
  const { deliveries, recipients, mail, permissions, log } = needs;
  const people = async (kind: NotificationKind, data: unknown): Promise<Recipient[]> => {
    const { videoId, people: mentioned } = subjectsOf(data);
    if (kind === 'mention') return recipients.people(mentioned);
    if (kind === 'review') return recipients.allowed(permissions.approve);
    if (kind === 'budget') return recipients.allowed(permissions.money);
    const maker = await recipients.makerOf(videoId);
    if (kind === 'decision' || maker.length > 0) return maker;
    return recipients.allowed(permissions.retry);
  };
  return async (row: DeliveryRow): Promise<Attempt> => {
    if (!mail) return over('no-mail');
    const all = await people(row.target as NotificationKind, row.data);
    if (all.length === 0) return over('nobody');
    let refused = false;
    for (const { email: to, language } of all.filter(({ email }) => !row.told.includes(email))) {
      try {
        await mail({ to, ...letterOf(row, language, needs.addressOf) });
        await deliveries.addTold(row.id, to);
      } catch (error) {
        refused = true;
        // The provider's words may name its host or account: they are for the log.
        log.warn(`a letter was not taken: ${messageOf(error)}`);
      }
    }
    return refused
      ? { ...over('mail-refused'), mayRetry: true }
      : { ...over('nobody'), problem: null };
  };
};

/**
 * Delivers what is owed to people and other systems, one attempt a call.
 *
 * When it is tried again stands in the row: a process that dies, a lost queue and a long outage lose nothing. The same
 * delivery may arrive twice (its reply was lost); its id says so.
 */
export const createDeliver = (needs: Needs) => {
  const { deliveries } = needs;
  const post = createPost(needs);
  const write = createWrite(needs);

  return async (id: string): Promise<boolean> => {
    const row = await deliveries.claim(id, leaseMs);
    if (!row) return false;
    // A mention stands in the panel's own list: where there is no post, nobody is owed a letter about it.
    if (row.target === 'mention' && !needs.mail) {
      await deliveries.drop(id);
      return true;
    }
    const {
      problem,
      status,
      mayRetry,
      retryAfterMs = 0,
    } = row.channel === 'webhook' ? await post(row) : await write(row);
    const isOpen = problem !== null && mayRetry && row.event !== testEvent;
    if (isOpen && row.attempts < mostAttempts) {
      const waitMs = waitsMs[row.attempts - 1] ?? lastWaitMs;
      const dueInMs = Math.max(waitMs, retryAfterMs);
      await deliveries.settle(id, { state: 'owed', status, problem, dueInMs });
    } else
      await deliveries.settle(id, { state: problem ? 'failed' : 'delivered', status, problem });
    return true;
  };
};
export type Deliver = ReturnType<typeof createDeliver>;

/** Job `notice.deliver`: one attempt to tell somebody what happened. */
export const createDeliverStep = (
  deliver: Deliver,
  log: Needs['log'],
): JobHandler<'notice.deliver'> => ({
  async run({ deliveryId }) {
    return (await deliver(deliveryId)) ? done : skipped('it is not due');
  },

  // The row says what is owed: it is rung for again once its lease has ended.
  failed: ({ deliveryId }, { message }) => {
    log.warn(`delivery ${deliveryId}: ${message}`);
    return Promise.resolve();
  },
});
