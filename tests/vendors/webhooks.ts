import { createHmac, randomUUID } from 'node:crypto';
import { statusOf, type VendorJob } from './jobs';
import type { WebhookFault } from './misbehaviour';
import type { VendorState } from './vendor-state';

/** Headers and body of a webhook as Replicate signs it. */
export const signWebhook = (
  secret: string,
  body: string,
  { id = `msg_${randomUUID()}`, atMs = Date.now() } = {},
): Record<string, string> => {
  const timestamp = String(Math.floor(atMs / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
};

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms).unref());

/** Reports the end of jobs to whoever asked for it, again a few times where nobody took it. */
export const createWebhooks = (state: VendorState, bodyOf: (job: VendorJob) => object) => {
  const post = async (job: VendorJob, headers: Record<string, string>, body: string) => {
    for (const waitMs of [0, 200, 600]) {
      await pause(waitMs);
      const reply = await fetch(job.webhook as string, { method: 'POST', headers, body }).catch(
        () => null,
      );
      state.webhooks.push({ jobId: job.id, status: reply?.status ?? null });
      if (reply?.ok) return;
    }
  };

  const send = async (job: VendorJob): Promise<void> => {
    const fault = state.misbehaviours.next('webhook', job.vendor, job.model) as
      WebhookFault | undefined;
    if (fault?.kind === 'lost') return;
    if (fault?.kind === 'late') await pause(fault.byMs);
    const { webhookSecret } = state.settings;
    const body = JSON.stringify(bodyOf(job));
    const atMs = fault?.kind === 'stale' ? Date.now() - 600_000 : Date.now();
    const secret = fault?.kind === 'forged' ? 'whsec_d3Jvbmcga2V5IGFsdG9nZXRoZXI=' : webhookSecret;
    const headers = signWebhook(secret, body, { atMs });
    await post(job, headers, body);
    if (fault?.kind === 'duplicate') await post(job, headers, body);
  };

  return {
    /** To be called whenever a job may have ended. */
    watch(job: VendorJob): void {
      if (!job.webhook) return;
      const timer = setTimeout(
        () => {
          if (
            job.canceledAt === undefined &&
            !['starting', 'processing'].includes(statusOf(job, Date.now()))
          )
            void send(job);
        },
        Math.max(0, job.endsAt - Date.now() + 5),
      );
      timer.unref();
    },
    canceled: (job: VendorJob): void => void (job.webhook && send(job)),
  };
};
export type Webhooks = ReturnType<typeof createWebhooks>;
