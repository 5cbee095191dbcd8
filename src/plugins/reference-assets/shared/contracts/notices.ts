import { z } from 'zod';
import type { Shortage } from './money';

/** What people can be told of: in the panel's own list "For you", and by e-mail. */
export const notificationKinds = ['mention', 'review', 'decision', 'failed', 'budget'] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Kinds of the panel's list that can be left out of it; mentions always stand there. */
export const panelKinds = ['review', 'decision', 'failed', 'budget'] as const;
export type PanelKind = (typeof panelKinds)[number];

/** What other systems can be told of: analyses, jobs and reviews. `webhook.test` is sent on demand only. */
export const webhookEvents = [
  'asset.analysed',
  'asset.analysis_failed',
  'video.awaiting_plan',
  'video.awaiting_storyboard',
  'video.in_review',
  'video.failed',
  'video.canceled',
  'review.approved',
  'review.changes_requested',
  'review.rejected',
  'review.undone',
  'review.commented',
  'review.resolved',
  'review.published',
  'review.unpublished',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
export const testEvent = 'webhook.test';

/** Where events are posted to. Whether a host may be posted to at all the server decides. */
const webhookUrl = z
  .url({ protocol: /^https?$/, message: 'expected an address such as https://example.com/hook' })
  .max(2000)
  .refine((address) => URL.canParse(address) && !new URL(address).username, {
    message: 'an address must not hold a user name or password',
  });

/** An endpoint that hears of events. */
export const webhookEndpoint = z.strictObject({
  id: z.uuid(),
  url: webhookUrl,
  events: z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length),
  enabled: z.boolean().default(true),
});
export type WebhookEndpoint = z.infer<typeof webhookEndpoint>;

/** Who is told of what. */
export const notificationRules = z.strictObject({
  /** Kinds that stand in the panel's list of whom they concern. */
  panel: z
    .array(z.enum(panelKinds))
    .max(panelKinds.length)
    .default([...panelKinds]),
  /** Kinds that are also sent by e-mail, through Strapi's own provider. */
  email: z.array(z.enum(notificationKinds)).max(notificationKinds.length).default(['mention']),
  webhooks: z
    .array(webhookEndpoint)
    .max(10)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      message: 'each endpoint needs an id of its own',
    })
    .default([]),
});
export type NotificationRules = z.infer<typeof notificationRules>;

/** Why something was not delivered; the closed list that the panel has words for. */
export const deliveryProblems = [
  'status',
  'timeout',
  'unreachable',
  'redirect',
  'private-network',
  'no-secret',
  'endpoint-off',
  'endpoint-gone',
  'no-mail',
  'nobody',
  'mail-refused',
] as const;
export type DeliveryProblem = (typeof deliveryProblems)[number];

/** GET /reference-assets/notifications/deliveries (admin) — one thing somebody was to be told, newest first. */
export interface Delivery {
  id: string;
  channel: 'webhook' | 'email';
  /** An endpoint's id, or a kind of letter. */
  target: string;
  event: string;
  at: string;
  state: 'owed' | 'delivered' | 'failed';
  attempts: number;
  /** HTTP status of the last reply; null where there was none. */
  status: number | null;
  problem: DeliveryProblem | null;
  triedAt: string | null;
  /** When it is tried next; null when it is not. */
  nextAt: string | null;
}

/** GET /reference-assets/notices (admin) — something that concerns the person who is signed in, newest first. */
export interface PanelNotice {
  id: string;
  kind: PanelKind;
  event: string;
  at: string;
  videoId: string;
  /** The video's brief, shortened. */
  video: string;
  /** Who did it; null where nobody in particular did. */
  by: string | null;
  /** Of what kind a failure is; null where nothing failed. */
  code: string | null;
  /** By how much a budget did not cover it. */
  shortage: Shortage | null;
  /** Why it failed, or a few words about it. */
  detail: string | null;
  /** Whether it came since the person last looked at the list. */
  unseen: boolean;
}

/** GET /reference-assets/notifications (admin) — what this installation can tell people with. */
export interface NotificationState {
  /** Whether a secret to sign webhooks with is set. */
  canSign: boolean;
  /** The provider of e-mail that Strapi is configured with; null where nobody chose one. */
  mailProvider: string | null;
}

/** The body of a webhook. */
export interface WebhookBody {
  type: WebhookEvent | typeof testEvent;
  /** When it happened. */
  timestamp: string;
  data: unknown;
}
