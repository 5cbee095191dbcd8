import { randomUUID } from 'node:crypto';
import type {
  Delivery,
  NotificationRules,
  PanelNotice,
  WebhookBody,
} from '../../src/plugins/reference-assets/shared/contracts/notices';
import { verifyWebhook } from '../../src/plugins/reference-assets/server/src/providers/replicate';
import { adminToken, apiToken, send, until } from '../app/client';
import { inDatabase } from '../app/database';
import { bring } from '../app/library';
import { adminWith } from '../app/people';
import { startReceiver, type Receiver } from '../app/receiver';
import { sharedApp, webhookSecret } from '../app/shared-app';
import { orderVideo, videoIn } from '../app/videos';

type Happened = WebhookBody & { data: Record<string, any> }; // any: each test says what it expects

describe('what others are told', () => {
  const app = sharedApp();
  let token: string;
  let admin: string;
  let receiver: Receiver;
  let before: NotificationRules;
  let hook: NotificationRules['webhooks'][0];

  const ask = (method: string, path: string, json?: unknown) =>
    send(app, method, `/reference-assets${path}`, { token: admin, json });
  const keep = (notifications: Partial<NotificationRules>) =>
    ask('PUT', '/settings', { notifications });
  const deliveries = async (): Promise<Delivery[]> =>
    (await ask('GET', '/notifications/deliveries?pageSize=100')).body.data;
  const heard = (): Happened[] => receiver.received.map(({ body }) => JSON.parse(body) as Happened);
  const heardOf = (type: string, fits: (data: Happened['data']) => boolean): Promise<Happened> =>
    until(
      async () => heard().find((one) => one.type === type && fits(one.data)) as Happened,
      (one) => one !== undefined,
    );

  beforeAll(async () => {
    [token, admin, receiver] = await Promise.all([apiToken(app), adminToken(app), startReceiver()]);
    before = (await ask('GET', '/settings')).body.data.notifications;
    hook = {
      id: randomUUID(),
      url: receiver.url,
      events: ['asset.analysed', 'video.awaiting_plan', 'review.commented'],
      enabled: true,
    };
    expect((await keep({ email: ['review'], webhooks: [hook] })).status).toBe(200);
  });
  beforeEach(() => receiver.answers({ status: 204 }));
  afterAll(async () => {
    await keep(before);
    await receiver.close();
  });

  it.each([
    ['http://example.com/hook', 'webhooks', 'https'],
    ['https://192.168.1.4/hook', 'webhooks', 'private network'],
    ['https://anna:word@example.com/hook', 'webhooks', 'user name'],
    ['ftp://example.com/', 'webhooks', 'address'],
  ])('refuses to keep %s', async (url, _field, why) => {
    const { status, body } = await keep({ webhooks: [{ ...hook, url }] });
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(why)]);
  });

  it('tells an endpoint of what it asked for, signed, and of nothing else', async () => {
    const { documentId } = await bring(app, token, {
      ...{ name: 'Heard-of kettle', color: '#7a3b2e', kind: 'box' },
    });
    const { data } = await heardOf(
      'asset.analysed',
      ({ asset }) => asset.documentId === documentId,
    );
    expect(data).toEqual({
      asset: {
        documentId,
        name: 'Heard-of kettle',
        assetType: expect.any(String),
        analysisStatus: 'done',
      },
      error: null,
    });
    const ordered = await orderVideo(app, token, {
      ...{ prompt: 'The heard-of kettle sings at dawn', durationSeconds: 5, stopAfter: 'plan' },
    });
    const id = ordered.body.data.documentId as string;
    await videoIn(app, token, id, ['awaiting_plan']);
    const ofIt = ({ video }: Happened['data']) => video?.documentId === id;
    expect((await heardOf('video.awaiting_plan', ofIt)).data.video.status).toBe('awaiting_plan');
    const link = await ask('POST', `/videos/${id}/links`, { label: 'Client', days: 3 });
    expect(link.status).toBeLessThan(300);
    await ask('POST', `/videos/${id}/comments`, { text: 'Slower, please' });
    expect((await heardOf('review.commented', ofIt)).data).toMatchObject({
      by: { kind: 'admin' },
      detail: 'Slower, please',
    });
    const types = new Set(heard().map(({ type }) => type));
    expect([...types].every((type) => hook.events.includes(type as never))).toBe(true);
    for (const { headers, body } of receiver.received)
      expect(
        verifyWebhook(
          {
            id: headers['webhook-id'] as string,
            timestamp: headers['webhook-timestamp'] as string,
            signature: headers['webhook-signature'] as string,
            rawBody: body,
          },
          webhookSecret,
        ).ok,
      ).toBe(true);
    const secrets = String(link.body.data.path)
      .split(/[/#?=]/)
      .filter((part) => part.length > 30);
    expect(secrets.length).toBeGreaterThan(0);
    expect(
      receiver.received.filter(({ body }) => secrets.some((one) => body.includes(one))),
    ).toEqual([]);
  }, 90_000);

  it('shows how a test went, and tries again what was refused when a person says so', async () => {
    receiver.answers({ status: 500 });
    const { body } = await ask('POST', `/notifications/webhooks/${hook.id}/test`);
    const failed = body.data as Delivery;
    expect(failed).toMatchObject({ state: 'failed', problem: 'status', status: 500, attempts: 1 });
    receiver.answers({ status: 204 });
    const again = await ask('POST', `/notifications/deliveries/${failed.id}/retry`);
    expect(again.body.data).toMatchObject({ id: failed.id, state: 'delivered', status: 204 });
    const ids = receiver.received
      .filter((one) => one.body.includes('webhook.test'))
      .map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([`msg_${failed.id}`, `msg_${failed.id}`]);
    expect((await deliveries()).find(({ id }) => id === failed.id)).toMatchObject({ status: 204 });
  });

  it('keeps what could not be delivered, and says when it is tried next', async () => {
    receiver.answers({ status: 503 });
    const { documentId } = await bring(app, token, {
      ...{ name: 'Unheard kettle', color: '#2e7a6b', kind: 'box' },
    });
    await heardOf('asset.analysed', ({ asset }) => asset.documentId === documentId);
    const owed = await until(
      async () => (await deliveries()).find(({ state }) => state === 'owed'),
      (one) => one?.status === 503,
    );
    expect(owed).toMatchObject({ problem: 'status', attempts: 1 });
    expect(Date.parse(owed?.nextAt ?? '')).toBeGreaterThan(Date.parse(owed?.triedAt ?? ''));
  });

  it('shows people in the panel what they can do something about, and what became of what they made', async () => {
    const mark = `Told ${randomUUID().slice(0, 8)}`;
    const ordered = await ask('POST', '/videos', {
      data: { prompt: `${mark}: a calm film`, durationSeconds: 5, stopAfter: 'plan' },
    });
    const id = ordered.body.data.documentId as string;
    await videoIn(app, token, id, ['awaiting_plan']);
    const [approver, treasurer, onlooker] = await Promise.all(
      [['videos.approve'], ['money.manage'], []].map((uids) =>
        adminWith(app, ['videos.read', ...uids]),
      ),
    );
    const listOf = async (who: string) => {
      const { body } = await send(app, 'GET', '/reference-assets/notices', { token: who });
      return (body.data as PanelNotice[]).filter(({ videoId }) => videoId === id);
    };
    const kindsOf = async (who: string) => (await listOf(who)).map(({ kind }) => kind);
    /** As the pipeline moves a video: what is told is written by the database itself. */
    const moveTo = (stage: string, error: object | null = null) =>
      inDatabase(
        app,
        `UPDATE reference_asset_videos SET stage = $2, error = $3 WHERE document_id = $1 AND published_at IS NULL`,
        [id, stage, JSON.stringify(error)],
      );
    await moveTo('in_review');
    expect(await listOf(approver)).toMatchObject([{ kind: 'review', unseen: true, by: null }]);
    expect(await Promise.all([treasurer, onlooker].map(kindsOf))).toEqual([[], []]);
    await send(app, 'POST', '/reference-assets/notices/seen', { token: approver });
    expect(await listOf(approver)).toMatchObject([{ unseen: false }]);
    await moveTo('failed', { code: 'insufficient-credits', message: 'No money.', step: 'still' });
    expect(await listOf(treasurer)).toMatchObject([{ kind: 'budget', detail: 'No money.' }]);
    expect(await kindsOf(approver)).toEqual([]);
    await moveTo('storyboarding');
    await moveTo('failed', { code: 'rights', message: 'Its rights ended.', step: 'still' });
    // The first admin made it, and may do all the rest besides.
    expect(await kindsOf(admin)).toEqual(['failed', 'budget']);
    expect(await kindsOf(onlooker)).toEqual([]);
    const letters = await until(
      async () => (await deliveries()).filter(({ channel }) => channel === 'email'),
      (all) => all.some(({ state }) => state === 'failed'),
    );
    expect(letters[0]).toMatchObject({ target: 'review', problem: 'no-mail' });
    await moveTo('canceled');
  }, 60_000);

  it('reaches nothing inside of this network by a name', async () => {
    const inside = { ...hook, id: randomUUID(), url: `https://localhost:${receiver.port}/hook` };
    expect((await keep({ email: [], webhooks: [hook, inside] })).status).toBe(200);
    const count = receiver.received.length;
    const { body } = await ask('POST', `/notifications/webhooks/${inside.id}/test`);
    expect(body.data).toMatchObject({ state: 'failed', problem: 'private-network', status: null });
    expect(receiver.received).toHaveLength(count);
  });

  it('says so where Strapi has no provider of e-mail', async () => {
    expect((await ask('GET', '/notifications')).body.data).toEqual({
      ...{ canSign: true, mailProvider: null },
    });
    const { status, body } = await ask('POST', '/notifications/mail/test');
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('provider')]);
  });
});
