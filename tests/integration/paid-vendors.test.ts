import { spawnSync } from 'node:child_process';
import type { SpendingSum } from '../../src/plugins/reference-assets/shared/contracts/money';
import type { Beat } from '../../src/plugins/reference-assets/shared/contracts/beats';
import type { Video } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { findMediaTools } from '../../src/plugins/reference-assets/server/src/media/ffmpeg/tools';
import { adminToken, apiToken, send, until } from '../app/client';
import { query } from '../app/left-behind';
import { bring } from '../app/library';
import { ownApp } from '../app/shared-app';
import { removeHome, type App } from '../app/start-app';
import { orderVideo, videoIn } from '../app/videos';
import type { Misbehaviour } from '../vendors/misbehaviour';
import { OpenAiServer, type Turn } from '../vendors/openai';
import { startVendors, type Vendors } from '../vendors/vendor-server';
import { graphqlClient } from './graphql-client';

const slow = 240_000;
type WithBeats = Video & { beats: Beat[] };

/** How strongly a tone sounds in mono samples, against everything that sounds: 1 is nothing else (Goertzel). */
const shareOfTone = (samples: Int16Array, hertz: number, rate: number): number => {
  const turn = (2 * Math.PI * hertz) / rate;
  let [real, imaginary, all] = [0, 0, 0];
  samples.forEach((sample, n) => {
    real += sample * Math.cos(turn * n);
    imaginary += sample * Math.sin(turn * n);
    all += sample * sample;
  });
  return (2 * (real * real + imaginary * imaginary)) / (samples.length * all);
};

describe('a video by OpenAI, Replicate and Google together', () => {
  let openAi: OpenAiServer;
  let vendors: Vendors;
  let app: App;
  let token: string;

  const look = async (id: string): Promise<WithBeats> =>
    (await send(app, 'GET', `/api/video-generations/${id}?populate=beats`, { token })).body.data;
  const act = (id: string, what: string) =>
    send(app, 'POST', `/api/video-generations/${id}/${what}`, { token });
  const sum = async (sql: string): Promise<number> =>
    Number((await query<{ sum: string | null }>(app.home, sql))[0]?.sum ?? 0);
  const ledger = (provider: string) =>
    sum(`SELECT sum(cost_usd) FROM reference_asset_spend WHERE provider = '${provider}'`);
  const held = () => sum('SELECT sum(amount_usd) FROM reference_asset_holds');
  const asked = (name: string) =>
    openAi.seen.filter(({ body }) => body.text?.format.name === name).length;
  const plansAsked = () => asked('plan_video');

  /** Orders a short film whose clips are Google's. */
  const order = async (prompt: string, more: object = {}): Promise<string> => {
    const brief = { prompt, durationSeconds: 5, qualityTier: 'standard', models: { video: 'veo' } };
    const { status, body } = await orderVideo(app, token, { ...brief, ...more });
    expect([status, body.error]).toEqual([201, undefined]);
    return body.data.documentId;
  };
  const stopped = (id: string, ...stages: Video['status'][]) =>
    until(
      () => look(id),
      ({ status }) => stages.includes(status),
      slow,
    );

  beforeAll(async () => {
    [openAi, vendors] = await Promise.all([
      OpenAiServer.start(),
      startVendors({ films: true, imageMs: 50, videoMs: 200, audioMs: 50 }),
    ]);
    app = await ownApp({
      OPENAI_API_KEY: openAi.apiKey,
      OPENAI_BASE_URL: openAi.baseUrl,
      REPLICATE_API_TOKEN: vendors.replicateToken,
      REPLICATE_BASE_URL: vendors.replicateUrl,
      VENDOR_POLL_MS: '250',
      GEMINI_API_KEY: vendors.googleKey,
      GEMINI_BASE_URL: vendors.googleUrl,
      GEMINI_CREATES_PER_MINUTE: '600',
    });
    token = await apiToken(app);
  }, slow);
  beforeEach(() => {
    openAi.reset();
    vendors.reset();
  });
  afterAll(async () => {
    await app?.stop();
    await vendors?.close();
    await openAi?.stop();
    if (app) await removeHome(app.home);
  }, 60_000);

  it(
    'is planned, looked at, changed, made in chains where beats are long, and adds up to the cent',
    async () => {
      const shoe = await bring(app, token, {
        name: 'Trail shoe',
        color: '#b03a2e',
        data: { assetType: 'product' },
      });
      openAi.reset();
      const before = await ledger('openai');
      const quoted = await send(app, 'POST', '/api/video-generations/estimate', {
        token,
        json: { prompt: 'A film for our trail shoe', durationSeconds: 12, qualityTier: 'standard' },
      });
      // The brief is read, then planned: both are quoted.
      expect(
        quoted.body.data.breakdown.filter(({ step }: { step: string }) => step === 'plan'),
      ).toMatchObject([{ provider: 'openai' }, { provider: 'openai' }]);
      const id = await order('A film for our trail shoe', {
        durationSeconds: 12,
        stopAfter: 'plan',
        referenceAssetIds: [shoe.documentId],
      });
      const planned = await stopped(id, 'awaiting_plan', 'failed');
      expect(planned.beats.map(({ name }) => name)).toEqual(['Hook', 'Sole', 'Finish']);

      // The brief and the picture were checked before the plan was paid for, and nothing else has been.
      const [check, reading, plan] = openAi.seen;
      expect(check.path).toMatch(/moderations$/);
      expect(check.body.input.map(({ type }: { type: string }) => type)).toEqual([
        'text',
        'image_url',
      ]);
      expect(reading.body.text.format.name).toBe('read_brief');
      expect(JSON.stringify(reading.body.input)).toContain('A film for our trail shoe');
      expect(JSON.stringify(plan.body.input)).toContain('Trail shoe');
      // What the brief speaks of reaches the plan, and what is looked for in the library.
      expect(JSON.stringify(plan.body.input)).toContain('- person: runner');
      expect(planned.spec?.entities).toMatchObject({ product: 'trail shoe', people: ['runner'] });
      expect(planned.spec?.beats.some(({ roles }) => roles.person.words.includes('runner'))).toBe(
        true,
      );
      expect(vendors.report().requests.create).toBe(0);
      const planUsd = (await ledger('openai')) - before;
      // The bill for reading and planning is what OpenAI's own books say.
      expect(openAi.chargedUsd).toBeGreaterThan(0);
      expect(planUsd).toBeCloseTo(openAi.chargedUsd, 8);
      expect(planned.actualCostUsd).toBeCloseTo(planUsd, 8);

      const graphql = graphqlClient(() => app.url);
      const beats = planned.beats.map(({ documentId }, index) => ({
        beatId: documentId,
        durationSeconds: [9, 1.5, 1.5][index],
        ...(index === 0 && { prompt: 'The shoe on wet rock at dawn' }),
      }));
      await graphql.answered(
        token,
        'mutation ($id: ID!, $beats: [VideoPlanBeatInput!]!) { updateVideoPlan(documentId: $id, beats: $beats) { documentId } }',
        { id, beats },
      );
      expect((await act(id, 'continue')).status).toBe(200);
      const video = await videoIn(app, token, id, ['in_review']);
      expect(video.videoModelUsed).toBe('google/veo');

      const { jobs, chargedUsd } = vendors.report();
      const clips = jobs.filter(({ vendor }) => vendor === 'google');
      // 9 s are a chain of 8 and 4 s; the others are the shortest there is.
      expect(clips.map(({ input }) => input.durationSeconds).sort()).toEqual([4, 4, 4, 8]);
      expect(video.beats[0].clips).toHaveLength(2);
      expect(JSON.stringify(jobs.map(({ input }) => input))).toContain('wet rock at dawn');
      await until(held, (amount) => amount === 0);
      // Every clip was looked at for marks that the model drew, once, and that is in OpenAI's books too.
      const looks = video.qualityReport?.checks.filter(({ name }) => /brand marks/.test(name));
      expect(looks?.map(({ passed, actual }) => [passed, actual])).toEqual(
        clips.map(() => [true, 'none']),
      );
      expect(openAi.chargedUsd).toBeGreaterThan(planUsd);
      expect(video.actualCostUsd).toBeCloseTo(openAi.chargedUsd + chargedUsd, 6);
      expect((await ledger('replicate')) + (await ledger('google'))).toBeCloseTo(chargedUsd, 6);
    },
    slow,
  );

  it(
    'has the music that the vendor composed',
    async () => {
      const { body } = await send(app, 'GET', '/api/video-generations', { token });
      const { video } = body.data[0] as { video: { url: string } };
      const bytes = await fetch(new URL(video.url, app.url)).then((reply) => reply.arrayBuffer());
      const { ffmpeg } = await findMediaTools();
      const rate = 8000;
      const args = ['-i', 'pipe:0', '-ac', '1', '-ar', String(rate), '-f', 's16le', 'pipe:1'];
      const heard = spawnSync(ffmpeg, ['-loglevel', 'error', ...args], {
        input: Buffer.from(bytes),
        maxBuffer: 2 ** 26,
      }).stdout;
      const samples = new Int16Array(new Uint8Array(heard).buffer);
      expect(samples.length).toBeGreaterThan(11 * rate);
      expect(shareOfTone(samples.subarray(rate, 11 * rate), 220, rate)).toBeGreaterThan(0.8);
    },
    slow,
  );

  it(
    'is summed up by day, tier, model, person and campaign, and every sum is the ledger',
    async () => {
      const admin = await adminToken(app);
      const { body } = await send(app, 'GET', '/api/video-generations', { token });
      const connect = { videos: { connect: [{ documentId: body.data[0].documentId }] } };
      const campaign = await send(app, 'POST', '/api/campaigns', {
        token,
        json: { data: { name: 'Trail spring', ...connect } },
      });
      expect(campaign.status).toBe(201);
      const total = await sum('SELECT sum(cost_usd) FROM reference_asset_spend');
      for (const by of ['day', 'tier', 'model', 'person', 'campaign']) {
        const at = `/reference-assets/spending/summary?by=${by}`;
        const { status, body: found } = await send(app, 'GET', at, { token: admin });
        expect([by, status]).toEqual([by, 200]);
        const sums = found.data as SpendingSum[];
        expect(found.meta.totalUsd).toBeCloseTo(total, 8);
        expect(sums.reduce((all, { costUsd }) => all + costUsd, 0)).toBeCloseTo(total, 8);
        if (by === 'model')
          expect(sums.map(({ key }) => key)).toEqual(
            expect.arrayContaining(['google/veo', 'replicate/flux-2-pro', 'replicate/musicgen']),
          );
        if (by === 'campaign') expect(sums[0].label).toBe('Trail spring');
      }
      const { body: rest } = await send(
        app,
        'GET',
        '/api/reference-assets/spending/summary?by=tier&from=2000-01-01&until=2000-01-02',
        { token },
      );
      expect(rest).toEqual({ data: [], meta: { totalUsd: 0 } });
      const { referenceAssetSpendingSummary } = await graphqlClient(() => app.url).answered(
        token,
        '{ referenceAssetSpendingSummary(by: "tier") { totalUsd sums { key costUsd } } }',
      );
      expect(referenceAssetSpendingSummary.totalUsd).toBeCloseTo(total, 8);
    },
    slow,
  );

  it(
    'is not begun for a brief the content check objects to: nothing is asked, made or paid',
    async () => {
      const before = await ledger('openai');
      const video = await stopped(await order('A film full of blood'), 'failed');
      expect(video.error).toMatchObject({ code: 'content-rejected' });
      expect(plansAsked()).toBe(0);
      expect(await ledger('openai')).toBe(before);
      await until(held, (amount) => amount === 0);
    },
    slow,
  );

  it(
    'is canceled: what can be ended is ended, what was paid for stays, the rest is free again',
    async () => {
      const { settings } = vendors.state;
      const usualMs = settings.videoMs;
      settings.videoMs = 120_000;
      const before = await ledger('replicate');
      const id = await order('A film for tea, given up', { models: { video: 'kling-2.6' } });
      const clips = () => vendors.report().jobs.filter(({ model }) => model.includes('kling'));
      await until(
        async () => clips(),
        (jobs) => jobs.length === 3 && jobs.every(({ status }) => status !== 'succeeded'),
        slow,
      );
      expect((await act(id, 'cancel')).status).toBe(200);
      settings.videoMs = usualMs;
      await until(held, (amount) => amount === 0);
      expect(clips().map(({ status }) => status)).toEqual(['canceled', 'canceled', 'canceled']);
      expect((await ledger('replicate')) - before).toBeCloseTo(vendors.report().chargedUsd, 6);
      const video = await look(id);
      expect(video.status).toBe('canceled');
      expect(video.beats.every(({ still }) => still !== null)).toBe(true);
    },
    slow,
  );

  describe('when the planner misbehaves', () => {
    type Row = [what: string, turn: Turn, sees: string, asked: number, billed: number];
    const fails = (kind: string): Turn => ({ kind }) as Turn;
    const usual: Turn = { kind: 'answer', change: {} };
    const rows: Row[] = [
      ['refuses', fails('refusal'), 'content-rejected', 1, 1],
      ['filters its answer', fails('content-filter'), 'content-rejected', 1, 1],
      ['answers no JSON', fails('bad-json'), 'bad-reply', 1, 1],
      ['answers in another shape', fails('schema-drift'), 'bad-reply', 1, 1],
      ['is cut short', fails('truncation'), 'bad-reply', 1, 1],
      ['sends half a reply', fails('bad-body'), 'bad-reply', 1, 1],
      ['takes no such request', { kind: 'status', status: 400 }, 'bad-request', 1, 0],
      [
        'asks for time in seconds',
        { kind: 'status', status: 429, retryAfter: '1' },
        'awaiting_plan',
        2,
        1,
      ],
      ['asks for time and names none', { kind: 'status', status: 429 }, 'awaiting_plan', 2, 1],
      ['has a fault', { kind: 'status', status: 500 }, 'awaiting_plan', 2, 1],
      ['breaks the connection', fails('reset'), 'outcome-unknown', 1, 0],
    ];
    it.each(rows)(
      'and %s',
      async (what, turn, sees, times, billed) => {
        openAi.next(usual, usual, turn); // the content check and the reading of the brief come first
        const lines = () =>
          sum(`SELECT count(*) AS sum FROM reference_asset_spend WHERE provider = 'openai'`);
        const before = await lines();
        const id = await order(`A film for tea: ${what}`, { stopAfter: 'plan' });
        const video = await stopped(id, 'awaiting_plan', 'failed');
        expect(video.status === 'failed' ? video.error?.code : video.status).toBe(sees);
        expect(plansAsked()).toBe(times);
        expect((await lines()) - before).toBe(1 + billed);
        expect(JSON.stringify(video)).not.toMatch(/quota|org-secret/);
        if (sees === 'outcome-unknown') expect(await held()).toBeGreaterThan(0);
        if (sees === 'bad-reply' || sees === 'outcome-unknown') {
          // Another answer is asked for, and only then paid for; the brief is not read again.
          await act(id, 'retry');
          expect((await stopped(id, 'awaiting_plan')).beats).toHaveLength(3);
          expect([plansAsked(), asked('read_brief')]).toEqual([times + 1, 1]);
          expect((await lines()) - before).toBe(3);
        }
        if ((await look(id)).status !== 'failed') await act(id, 'cancel');
        await until(held, (amount) => amount === 0);
      },
      slow,
    );

    it.each([
      ['its quota is used up', { kind: 'status', status: 429, code: 'insufficient_quota' }],
      ['its key is refused', { kind: 'status', status: 401 }],
    ] as [string, Turn][])(
      'and %s: the video waits, operators are told, and it goes on when they have seen to it',
      async (what, turn) => {
        const admin = await adminToken(app);
        const openai = async () =>
          (
            await send(app, 'GET', '/reference-assets/status', { token: admin })
          ).body.data.providers.find(({ provider }: { provider: string }) => provider === 'openai');
        openAi.next({ kind: 'answer', change: {} }, turn);
        const id = await order(`A film for tea, ${what}`, { stopAfter: 'plan' });
        const waiting = await until(
          () => look(id),
          ({ error }) => error?.code === 'provider-paused',
          slow,
        );
        expect(waiting.status).toBe('planning');
        expect(JSON.stringify(waiting.error)).not.toMatch(/quota|credit|key|OpenAI/i);
        expect(app.output()).toMatch(/openai takes no orders/);
        expect(await openai()).toHaveProperty('paused');
        const at = '/reference-assets/providers/openai/resume';
        expect((await send(app, 'POST', at, { token: admin })).status).toBe(200);
        await stopped(id, 'awaiting_plan');
        expect(await openai()).not.toHaveProperty('paused');
        await act(id, 'cancel');
      },
      slow,
    );
  });

  describe('when Google misbehaves', () => {
    const makes = async (what: string, fault: Omit<Misbehaviour, 'vendor'>): Promise<WithBeats> => {
      vendors.misbehave({ vendor: 'google', ...fault });
      const id = await order(`A film for tea: ${what}`);
      return stopped(id, 'in_review', 'failed');
    };
    const googleJobs = () => vendors.report().jobs.filter(({ vendor }) => vendor === 'google');
    const charged = () => googleJobs().reduce((all, { chargeUsd }) => all + chargeUsd, 0);
    let before = 0;
    beforeEach(async () => {
      before = await ledger('google');
    });
    const expectEven = async () => {
      expect((await ledger('google')) - before).toBeCloseTo(charged(), 6);
      await until(held, (amount) => amount === 0);
    };

    it(
      'and asks for time: the clip comes a little later',
      async () => {
        const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '1s' }];
        const error = { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'slow down', details };
        const fault = { kind: 'status', status: 429, body: { error } } as const;
        const video = await makes('429', { on: 'create', fault });
        expect([video.status, googleJobs().length]).toEqual(['in_review', video.beats.length]);
        await expectEven();
      },
      slow,
    );

    it(
      'and filters a clip: final, free, with an edit offered, and the edit goes on',
      async () => {
        const video = await makes('filtered', { on: 'job', fault: { kind: 'filtered' } });
        const beat = video.beats.find(({ status }) => status === 'failed');
        expect(beat?.error).toMatchObject({
          code: 'content-rejected',
          message: expect.stringContaining('Edit'),
        });
        const at = `/api/video-generations/${video.documentId}/beats/${beat?.documentId}`;
        const edited = await send(app, 'PUT', at, { token, json: { prompt: 'Tea, steaming.' } });
        expect(edited.status).toBe(200);
        await stopped(video.documentId, 'in_review');
        await until(held, (amount) => amount === 0);
      },
      slow,
    );

    it(
      'and loses the reply to a create: its price is held, and only a person has it ordered again',
      async () => {
        const video = await makes('lost', { on: 'create', fault: { kind: 'reset', accept: true } });
        const beat = video.beats.find(({ status }) => status === 'failed');
        expect(beat?.error).toMatchObject({ code: 'outcome-unknown' });
        expect(googleJobs()).toHaveLength(video.beats.length);
        expect(await held()).toBeGreaterThan(0);
        await act(video.documentId, 'retry');
        const made = await stopped(video.documentId, 'in_review');
        expect(googleJobs()).toHaveLength(video.beats.length + 1);
        expect(made.actualCostUsd).toBeGreaterThan(charged());
        await expectEven();
      },
      slow,
    );

    it(
      'and sends a result that breaks off, is a web page, or is gone: brought again, or made again',
      async () => {
        vendors.misbehave(
          { vendor: 'google', on: 'download', fault: { kind: 'truncated' } },
          { vendor: 'google', on: 'download', fault: { kind: 'wrong-type' } },
        );
        const video = await makes('gone', { on: 'download', fault: { kind: 'gone' } });
        expect(video.status).toBe('in_review');
        expect(googleJobs()).toHaveLength(video.beats.length + 1);
        await expectEven();
      },
      slow,
    );
  });

  describe('when the model of a tier cannot make a thing', () => {
    const refuse = () =>
      vendors.misbehave({
        on: 'job',
        model: 'flux-2',
        times: 20,
        fault: { kind: 'fails', error: 'ValueError: cannot draw this' },
      });

    it(
      'another stands in where that was allowed, and the video says so',
      async () => {
        refuse();
        const id = await order('A film for tea with a stand-in', {
          allowFallback: true,
          resolution: '1080p',
          stopAfter: 'storyboard',
        });
        const video = await stopped(id, 'awaiting_storyboard', 'failed');
        expect(video.status).toBe('awaiting_storyboard');
        expect(JSON.stringify(video.beats)).toMatch(/seedream-4\.5 stands in/);
        expect(video.beats[0].still).toMatchObject({ width: 1920, height: 1080 });
        await act(id, 'cancel');
      },
      slow,
    );

    it(
      'the video fails and says why where it was not',
      async () => {
        refuse();
        const id = await order('A film for tea without one', { stopAfter: 'storyboard' });
        const video = await stopped(id, 'awaiting_storyboard', 'failed');
        expect(video.status).toBe('failed');
        expect(vendors.report().jobs.every(({ model }) => model.includes('flux-2'))).toBe(true);
      },
      slow,
    );
  });
});
