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
import { adminWith, personOf } from '../app/people';
import { startPostOffice, type PostOffice } from '../app/post-office';
import { startReceiver, type Receiver } from '../app/receiver';
import { sharedApp, testRun, webhookSecret } from '../app/shared-app';
import { orderVideo, videoIn } from '../app/videos';

type Happened = WebhookBody & { data: Record<string, any> }; // any: each test says what it expects

describe('what others are told', () => {
  const app = sharedApp();
  let token: string;
  let admin: string;
  let receiver: Receiver;
  let post: PostOffice;
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
    [token, admin, receiver, post] = await Promise.all([
      ...([apiToken(app), adminToken(app), startReceiver()] as const),
      startPostOffice(testRun().mailPort),
    ]);
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
    await Promise.all([receiver.close(), post.close()]);
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
    const { email } = await personOf(app, approver);
    const letters = await until(
      async () => post.letters.filter(({ to }) => to.includes(email)),
      (all) => all.length > 0,
    );
    expect(letters).toMatchObject([
      { to: [email], subject: `Ready for review: ${mark}: a calm film` },
    ]);
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

  it('owes a letter from the moment somebody is mentioned, until the mail server takes it', async () => {
    await keep({ email: ['mention'], webhooks: [] });
    const mark = `Said ${randomUUID().slice(0, 8)}`;
    const ordered = await orderVideo(app, token, {
      ...{ prompt: `${mark}: steam & tea`, durationSeconds: 5, stopAfter: 'plan' },
    });
    const id = ordered.body.data.documentId as string;
    await videoIn(app, token, id, ['awaiting_plan']);
    const [mentioned, author] = await Promise.all([
      adminWith(app, ['videos.read']).then((person) => personOf(app, person, 'de')),
      personOf(app, admin),
    ]);
    post.refuse('451 4.3.0 try later');
    const said = await ask('POST', `/videos/${id}/comments`, {
      text: 'Ist das <b>Logo</b> richtig?\n.Bitte sieh nach',
      mentions: [mentioned.id, author.id],
    });
    expect(said.status).toBe(201);
    // Before anybody tried to send it: it was written with the remark, in one transaction.
    const owed = await inDatabase(
      app,
      `SELECT id, event, data->'people' AS people FROM reference_asset_deliveries
       WHERE target = 'mention' AND data->'video'->>'documentId' = $1`,
      [id],
    );
    expect(owed).toEqual([
      { id: expect.any(String), event: 'review.mentioned', people: [mentioned.id] },
    ]);
    const refused = await until(
      async () => (await deliveries()).find((one) => one.id === owed[0].id) as Delivery,
      ({ attempts, problem }) => attempts > 0 && problem !== null,
    );
    expect(refused).toMatchObject({ state: 'owed', problem: 'mail-refused' });
    expect(refused.nextAt).not.toBeNull();
    post.refuse(null);
    await until(
      async () => (await deliveries()).find((one) => one.id === owed[0].id) as Delivery,
      ({ state }) => state === 'delivered',
    );
    const letters = post.letters.filter(({ subject }) => subject.includes(mark));
    expect(letters).toHaveLength(1);
    const [letter] = letters;
    expect(letter).toMatchObject({ from: 'studio@example.com', to: [mentioned.email] });
    expect(letter.subject).toMatch(/ bittet Sie, hinzusehen: Said /);
    expect(letter.text).toContain('Ist das <b>Logo</b> richtig?\n.Bitte sieh nach');
    expect(letter.text).toContain(`/plugins/reference-assets/videos/${id}`);
    expect(letter.html).toContain('Ist das &lt;b&gt;Logo&lt;/b&gt; richtig?<br>.Bitte sieh nach');
    expect(letter.html).toContain('steam &amp; tea');
  }, 60_000);

  it('writes of money in the words and numbers of whom it writes to', async () => {
    await keep({ email: ['budget'], webhooks: [] });
    const ordered = await orderVideo(app, token, {
      ...{ prompt: `Dear tea ${randomUUID()}`, durationSeconds: 5, stopAfter: 'plan' },
    });
    const id = ordered.body.data.documentId as string;
    await videoIn(app, token, id, ['awaiting_plan']);
    const treasurers = await Promise.all(
      ['fr', 'es', 'pt-BR'].map(async (language) =>
        personOf(app, await adminWith(app, ['money.manage']), language),
      ),
    );
    const shortage = { requiredUsd: 1012.5, availableUsd: 3, missingUsd: 1009.5, limit: 'balance' };
    const error = { code: 'insufficient-credits', message: 'No money.', step: 'plan', shortage };
    await inDatabase(
      app,
      `UPDATE reference_asset_videos SET stage = 'failed', error = $2 WHERE document_id = $1 AND published_at IS NULL`,
      [id, JSON.stringify(error)],
    );
    const texts = await until(
      async () =>
        treasurers.map(
          ({ email }) => post.letters.find(({ to }) => to.includes(email))?.text ?? '',
        ),
      (all) => all.every((text) => text !== ''),
    );
    const plain = texts.map((text) => text.replace(/[\u00a0\u202f]/g, ' '));
    expect(plain[0]).toContain('Nécessaire : 1 012,50 $US');
    expect(plain[1]).toContain('Falta: 1009,50 US$');
    // Of languages that are not ours the words are English; the numbers are the reader's.
    expect(plain[2]).toContain('Missing: US$ 1.009,50');
    await inDatabase(
      app,
      `UPDATE reference_asset_videos SET stage = 'canceled' WHERE document_id = $1`,
      [id],
    );
  }, 60_000);

  it('says which provider of e-mail Strapi has, and tries it for whoever asks', async () => {
    expect((await ask('GET', '/notifications')).body.data).toEqual({
      ...{ canSign: true, mailProvider: 'nodemailer' },
    });
    expect((await ask('POST', '/notifications/mail/test')).status).toBe(200);
    expect(post.letters.at(-1)).toMatchObject({ subject: 'Test of notifications' });
    post.refuse('550 5.7.1 no');
    const { status, body } = await ask('POST', '/notifications/mail/test');
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('did not take')]);
    expect(JSON.stringify(body)).not.toContain('5.7.1');
    post.refuse(null);
  });
});
