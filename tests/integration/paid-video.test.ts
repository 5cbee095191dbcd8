import type { Video } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { adminToken, apiToken, registerUser, send, until } from '../app/client';
import { query } from '../app/left-behind';
import { bring } from '../app/library';
import { ownApp } from '../app/shared-app';
import { removeHome, type App } from '../app/start-app';
import { orderVideo, videoIn } from '../app/videos';
import { startVendors, type Vendors } from '../vendors/vendor-server';

const brief = {
  prompt: 'A calm film for a tea house at dawn',
  durationSeconds: 10,
  qualityTier: 'standard',
};

describe('a video that vendors make', () => {
  let vendors: Vendors;
  let app: App;
  let token: string;
  let admin: string;

  const sum = async (sql: string): Promise<number> =>
    Number((await query<{ sum: string | null }>(app.home, sql))[0]?.sum ?? 0);
  const held = () => sum('SELECT sum(amount_usd) FROM reference_asset_holds');
  const ledger = () => sum('SELECT sum(cost_usd) FROM reference_asset_spend');
  const look = async (id: string): Promise<Video> =>
    (await send(app, 'GET', `/api/video-generations/${id}?populate=beats`, { token })).body.data;

  beforeAll(async () => {
    vendors = await startVendors({ films: true, imageMs: 200, videoMs: 600, audioMs: 200 });
    app = await ownApp({
      REPLICATE_API_TOKEN: vendors.replicateToken,
      REPLICATE_BASE_URL: vendors.replicateUrl,
      VENDOR_POLL_MS: '250',
      REPLICATE_WEBHOOK_SECRET: vendors.webhookSecret,
    });
    token = await apiToken(app);
    admin = await adminToken(app);
  }, 240_000);
  afterAll(async () => {
    await app?.stop();
    await vendors?.close();
    if (app) await removeHome(app.home);
  }, 60_000);

  it('costs what it was quoted, each thing ordered once, nothing left held', async () => {
    const estimate = await send(app, 'POST', '/api/video-generations/estimate', {
      token,
      json: brief,
    });
    expect(estimate.status).toBe(200);
    const { body } = await orderVideo(app, token, brief);
    const video = await videoIn(app, token, body.data.documentId, ['in_review']);
    const { jobs, chargedUsd, requests } = vendors.report();
    expect(jobs).toHaveLength(2 * video.beats.length + 1);
    expect(requests.create).toBe(jobs.length);
    expect(await ledger()).toBeCloseTo(chargedUsd, 6);
    expect(video.actualCostUsd).toBeCloseTo(chargedUsd, 6);
    expect(await held()).toBe(0);
    expect(video).toMatchObject({
      imageModelUsed: 'replicate/flux-2-pro',
      videoModelUsed: 'replicate/kling-2.6',
      qualityReport: { passed: true },
    });
  }, 240_000);

  it('is planned, changed over REST before anything is paid, and billed line by line as quoted', async () => {
    vendors.reset();
    const before = await ledger();
    const tea = await bring(app, token, {
      name: 'Sencha tin',
      color: '#2e8b57',
      data: { assetType: 'product' },
    });
    const { body } = await orderVideo(app, token, {
      ...brief,
      prompt: 'A calm film for our Sencha tin at dawn',
      stopAfter: 'plan',
      referenceAssetIds: [tea.documentId],
    });
    const path = `/api/video-generations/${body.data.documentId}`;
    const planned = await videoIn(app, token, body.data.documentId, ['awaiting_plan']);
    const [first, second, ...rest] = planned.beats;
    const [longer, shorter] = [first.durationSeconds + 0.5, second.durationSeconds - 0.5];
    const beats = [
      { beatId: first.documentId, durationSeconds: longer, prompt: 'The tin in morning mist' },
      { beatId: second.documentId, durationSeconds: shorter },
      ...rest.map(({ documentId, durationSeconds }) => ({ beatId: documentId, durationSeconds })),
    ];
    const edited = await send(app, 'PUT', `${path}/plan`, { token, json: { beats } });
    expect([edited.status, edited.body.error]).toEqual([200, undefined]);
    expect([vendors.report().requests.create, await ledger()]).toEqual([0, before]);

    const quote = await send(app, 'POST', `${path}/estimate`, { token, json: {} });
    expect((await send(app, 'POST', `${path}/continue`, { token })).status).toBe(200);
    const video = await videoIn(app, token, body.data.documentId, ['in_review']);
    const { jobs, chargedUsd } = vendors.report();
    expect(JSON.stringify(jobs)).toContain('The tin in morning mist');
    // The product, a picture of less than a megapixel, was shown to the model and is on the bill as one.
    expect(jobs.some(({ input }) => (input.input_images as unknown[])?.length === 1)).toBe(true);
    const spent = await query<{ step: string; usd: string }>(
      app.home,
      `SELECT step, sum(cost_usd) AS usd FROM reference_asset_spend
       WHERE video = '${video.documentId}' GROUP BY step`,
    );
    const lines = quote.body.data.breakdown as { step: string; totalUsd: number }[];
    for (const step of ['still', 'clip']) {
      const quoted = lines.filter((line) => line.step === step);
      const usd = quoted.reduce((sum, { totalUsd }) => sum + totalUsd, 0);
      expect(usd).toBeGreaterThan(0);
      expect([step, Number(spent.find((line) => line.step === step)?.usd)]).toEqual([
        step,
        expect.closeTo(usd, 6),
      ]);
    }
    expect((await ledger()) - before).toBeCloseTo(chargedUsd, 6);
  }, 240_000);

  it('is refused with the amount that is missing, however many ask at once', async () => {
    const at = '/reference-assets/accounts/installation';
    await send(app, 'PUT', at, { token: admin, json: {} });
    const { body } = await send(app, 'POST', '/api/video-generations/estimate', {
      token,
      json: brief,
    });
    const price: number = body.data.estimatedCostUsd;
    const topUp = await send(app, 'POST', `${at}/top-up`, {
      token: admin,
      json: { amountUsd: price * 2 },
    });
    expect(topUp.body.data.balanceUsd).toBeCloseTo(price * 2, 6);
    const waits = { ...brief, stopAfter: 'plan' };
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => orderVideo(app, token, waits)),
    );
    const made = replies.filter(({ status }) => status === 201);
    const refused = replies.filter(({ status }) => status === 402);
    expect([made.length, refused.length]).toEqual([2, 48]);
    expect(refused[0].body.error).toMatchObject({
      status: 402,
      name: 'PaymentRequiredError',
      details: { limit: 'balance' },
    });
    expect(await held()).toBeCloseTo(price * 2, 6);
    for (const { body: one } of made) {
      await videoIn(app, token, one.data.documentId, ['awaiting_plan']);
      const path = `/api/video-generations/${one.data.documentId}/cancel`;
      await send(app, 'POST', path, { token });
    }
    await until(held, (amount) => amount === 0);
  }, 240_000);

  it('is paid by the team of who orders it, within the caps of the month and of one video', async () => {
    const [anna, ben] = [await registerUser(app), await registerUser(app)];
    const picture = { color: '#446688', data: { assetType: 'prop' } } as const;
    const { owner } = await bring(app, anna, { ...picture, name: 'Cup of Anna' });
    const at = '/reference-assets/accounts/team:tea';
    const account = async (json: object) => {
      const { status, body } = await send(app, 'PUT', at, { token: admin, json });
      expect(status).toBe(200);
      return body.data;
    };
    const asks = { ...brief, stopAfter: 'plan' };
    const estimate = await send(app, 'POST', '/api/video-generations/estimate', {
      token: anna,
      json: brief,
    });
    const price: number = estimate.body.data.estimatedCostUsd;
    const refusal = async (limit: string, capUsd: number) => {
      const { status, body } = await orderVideo(app, anna, asks);
      expect([status, body.error?.details]).toEqual([
        402,
        {
          limit,
          requiredUsd: expect.closeTo(price, 6),
          availableUsd: expect.closeTo(capUsd, 6),
          missingUsd: expect.closeTo(price - capUsd, 6),
        },
      ]);
    };
    await account({ members: [owner], videoCapUsd: 0.5 });
    await refusal('video-cap', 0.5);
    await account({ videoCapUsd: null, monthlyCapUsd: 0.75 });
    await refusal('monthly-cap', 0.75);
    await account({ monthlyCapUsd: price + 0.1 });
    const { status, body } = await orderVideo(app, anna, asks);
    expect(status).toBe(201);
    const { body: found } = await send(app, 'GET', at, { token: admin });
    expect(found.data).toMatchObject({ members: [owner], heldUsd: expect.closeTo(price, 6) });
    // What the team holds for one video leaves 0.1 for the next; who is no member is not bound by it.
    await refusal('monthly-cap', 0.1);
    const mine = await send(app, 'GET', '/api/reference-assets/account', { token: anna });
    expect(mine.body.data).toMatchObject({ name: 'team:tea' });
    const other = await send(app, 'GET', '/api/reference-assets/account', { token: ben });
    expect(other.body.data?.name).not.toBe('team:tea');
    await videoIn(app, anna, body.data.documentId, ['awaiting_plan']);
    await send(app, 'POST', `/api/video-generations/${body.data.documentId}/cancel`, {
      token: anna,
    });
    await until(held, (amount) => amount === 0);
  }, 240_000);

  it('offers an edit of the prompt where the vendor refuses one, and goes on with it', async () => {
    await send(app, 'POST', '/reference-assets/accounts/installation/top-up', {
      token: admin,
      json: { amountUsd: 100 },
    });
    vendors.reset();
    const error = 'NSFW content detected. Try running it again, or try a different prompt.';
    vendors.misbehave({ on: 'job', model: 'flux', fault: { kind: 'fails', error } });
    const before = await ledger();
    const { body } = await orderVideo(app, token, brief);
    const id: string = body.data.documentId;
    const failed = await until(
      () => look(id),
      ({ status }) => status === 'failed',
      120_000,
    );
    const beat = failed.beats?.find(({ status }) => status === 'failed');
    expect(beat?.error).toMatchObject({ code: 'content-rejected' });
    const path = `/api/video-generations/${id}/beats/${beat?.documentId}`;
    const edited = await send(app, 'PUT', path, { token, json: { prompt: 'Tea, steaming.' } });
    expect(edited.status).toBe(200);
    await videoIn(app, token, id, ['in_review']);
    const { chargedUsd } = vendors.report();
    expect((await ledger()) - before).toBeCloseTo(chargedUsd, 6);
    expect(await held()).toBe(0);
  }, 240_000);
});
