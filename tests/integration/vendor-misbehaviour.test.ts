import type { Beat } from '../../src/plugins/reference-assets/shared/contracts/beats';
import type { Video } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { apiToken, send, until } from '../app/client';
import { readBooks, type Books } from '../app/paid-books';
import { testRun } from '../app/shared-app';
import { freePort, newHome, removeHome, startApp, type App } from '../app/start-app';
import { orderVideo } from '../app/videos';
import type { Misbehaviour } from '../vendors/misbehaviour';
import { startVendors, type Vendors } from '../vendors/vendor-server';

const slow = 240_000;
const vendorWords = 'invoice 4711 is due';

/** What a vendor does, what the person sees of it, and what it comes to. */
interface Case {
  what: string;
  misbehaviour: Misbehaviour;
  /** How the storyboard ends; `failed` with that code on its beat. */
  sees: 'awaiting_storyboard' | { code: string };
  /** Creates on the wire, jobs the vendor took and things it charged for beyond one each. */
  more?: { creates?: number; jobs?: number; charged?: number };
  /** Whether the lost create was looked up. */
  looksUp?: boolean;
}

const throttled = { detail: 'Request was throttled.', status: 429, retry_after: 1 };
const status = (code: number, more: object = {}): Misbehaviour['fault'] => ({
  kind: 'status',
  status: code,
  ...more,
});
const fails = (error: string): Misbehaviour['fault'] => ({ kind: 'fails', error });

const cases: Case[] = [
  {
    what: '429 with the wait in its body',
    misbehaviour: { on: 'create', fault: status(429, { body: throttled }) },
    sees: 'awaiting_storyboard',
    more: { creates: 1 },
  },
  {
    what: '429 with Retry-After',
    misbehaviour: { on: 'create', fault: status(429, { retryAfter: '1' }) },
    sees: 'awaiting_storyboard',
    more: { creates: 1 },
  },
  {
    what: '429 without a word',
    misbehaviour: { on: 'create', fault: status(429) },
    sees: 'awaiting_storyboard',
    more: { creates: 1 },
  },
  {
    what: '500 that made nothing',
    misbehaviour: { on: 'create', fault: status(500) },
    sees: 'awaiting_storyboard',
    more: { creates: 1 },
    looksUp: true,
  },
  {
    what: '500 that made it all the same',
    misbehaviour: { on: 'create', fault: status(500, { accept: true }) },
    sees: 'awaiting_storyboard',
    looksUp: true,
  },
  {
    what: 'a reset before acceptance',
    misbehaviour: { on: 'create', fault: { kind: 'reset' } },
    sees: 'awaiting_storyboard',
    more: { creates: 1 },
    looksUp: true,
  },
  {
    what: 'a reset after acceptance',
    misbehaviour: { on: 'create', fault: { kind: 'reset', accept: true } },
    sees: 'awaiting_storyboard',
    looksUp: true,
  },
  {
    what: 'a create answered with half of a JSON',
    misbehaviour: { on: 'create', fault: { kind: 'invalid-json' } },
    sees: 'awaiting_storyboard',
    looksUp: true,
  },
  {
    what: 'a create answered in another shape',
    misbehaviour: { on: 'create', fault: { kind: 'drift' } },
    sees: 'awaiting_storyboard',
    looksUp: true,
  },
  {
    what: 'a state in another shape',
    misbehaviour: { on: 'check', fault: { kind: 'drift' } },
    sees: 'awaiting_storyboard',
  },
  {
    what: 'a state that cannot be had',
    misbehaviour: { on: 'check', times: 3, fault: status(503) },
    sees: 'awaiting_storyboard',
  },
  {
    what: 'a result that breaks off',
    misbehaviour: { on: 'download', fault: { kind: 'truncated' } },
    sees: 'awaiting_storyboard',
  },
  {
    what: 'a web page in place of a result',
    misbehaviour: { on: 'download', fault: { kind: 'wrong-type' } },
    sees: 'awaiting_storyboard',
  },
  {
    what: 'a result that is gone: made and paid again',
    misbehaviour: { on: 'download', fault: { kind: 'gone' } },
    sees: 'awaiting_storyboard',
    more: { creates: 1, jobs: 1, charged: 1 },
  },
  {
    what: 'a result that the vendor has removed already: made and paid again',
    misbehaviour: { on: 'job', fault: { kind: 'removed' } },
    sees: 'awaiting_storyboard',
    more: { creates: 1, jobs: 1, charged: 1 },
  },
  {
    what: 'a job the vendor dropped: made again, paid once',
    misbehaviour: { on: 'job', fault: fails('Prediction interrupted; please retry (code: PA)') },
    sees: 'awaiting_storyboard',
    more: { creates: 1, jobs: 1 },
  },
  {
    what: 'a job aborted before it began',
    misbehaviour: { on: 'job', fault: { kind: 'aborted' } },
    sees: 'awaiting_storyboard',
    more: { creates: 1, jobs: 1 },
  },
  {
    what: 'a job refused as NSFW: final, free',
    misbehaviour: { on: 'job', fault: fails('NSFW content detected.') },
    sees: { code: 'content-rejected' },
  },
];

const path = (id: string, act: string) => `/api/video-generations/${id}/${act}`;

describe('a vendor that misbehaves', () => {
  let vendors: Vendors;
  let app: App;
  let token: string;
  let before: Books;

  beforeAll(async () => {
    vendors = await startVendors({ films: true, imageMs: 50, videoMs: 100, audioMs: 50 });
    const port = await freePort();
    app = await startApp({
      home: await newHome(testRun().pristine),
      port,
      env: {
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        REPLICATE_API_TOKEN: vendors.replicateToken,
        // The secret of its reports is asked of the vendor.
        REPLICATE_BASE_URL: vendors.replicateUrl,
        VENDOR_POLL_MS: '250',
      },
    });
    token = await apiToken(app);
  }, slow);
  beforeEach(async () => {
    vendors.reset();
    before = await readBooks(app, vendors);
  }, slow);
  // What a failed test leaves would be held against the next one.
  afterEach(async () => {
    const { body } = await send(app, 'GET', '/api/video-generations?pageSize=100', { token });
    for (const { documentId, status: stage } of body.data as Video[])
      if (stage !== 'canceled') await send(app, 'POST', path(documentId, 'cancel'), { token });
  }, slow);
  afterAll(async () => {
    await app?.stop();
    await vendors?.close();
    if (app) await removeHome(app.home);
  }, slow);

  type WithBeats = Video & { beats: Beat[] };
  const look = async (id: string): Promise<WithBeats> =>
    (await send(app, 'GET', `/api/video-generations/${id}?populate=beats`, { token })).body.data;

  /** A storyboard of a short film, as far as it comes. */
  const storyboard = async (prompt: string): Promise<WithBeats> => {
    const brief = { prompt, durationSeconds: 5, qualityTier: 'standard', stopAfter: 'storyboard' };
    const { status: code, body } = await orderVideo(app, token, brief);
    expect(code).toBe(201);
    return until(
      () => look(body.data.documentId),
      (video) => ['awaiting_storyboard', 'failed'].includes(video.status),
      slow,
    );
  };

  it.each(cases)(
    '$what',
    async ({ what, misbehaviour, sees, more = {}, looksUp }) => {
      vendors.misbehave(misbehaviour);
      const video = await storyboard(`A tea house at dawn: ${what}`);
      const stills = video.beats.length;
      const failed = video.beats.filter(({ error }) => error !== null);
      if (typeof sees === 'string') {
        expect(video.status).toBe(sees);
        expect(failed).toEqual([]);
      } else {
        expect(video.status).toBe('failed');
        expect(failed.map(({ error }) => error?.code)).toEqual([sees.code]);
      }
      expect(JSON.stringify(video)).not.toContain(vendorWords);

      const { requests, jobs, chargedUsd } = vendors.report();
      expect(requests.create).toBe(stills + (more.creates ?? 0));
      expect(jobs).toHaveLength(stills + (more.jobs ?? 0));
      expect(requests.list > 0).toBe(looksUp ?? false);
      const paid = jobs.filter((job) => job.chargeUsd > 0).length;
      const free = typeof sees === 'string' ? 0 : 1;
      expect(paid).toBe(stills - free + (more.charged ?? 0));

      await send(app, 'POST', path(video.documentId, 'cancel'), { token });
      const books = await until(
        () => readBooks(app, vendors),
        ({ heldUsd, open }) => heldUsd === 0 && open === 0,
        slow,
      );
      expect(books.ledgerUsd - before.ledgerUsd).toBeCloseTo(chargedUsd, 6);
    },
    slow,
  );

  it.each([
    ['twice: heard once', { kind: 'duplicate' }, [200, 200]],
    ['with a forged signature: refused, the result comes by asking', { kind: 'forged' }, [401]],
    ['with a time long past: refused', { kind: 'stale' }, [401]],
    ['late, after everything is done', { kind: 'late', byMs: 3000 }, [200]],
    ['never: the result comes by asking', { kind: 'lost' }, []],
  ] as [string, Misbehaviour['fault'], number[]][])(
    'reports %s',
    async (what, fault, answers) => {
      vendors.misbehave({ on: 'webhook', times: 20, fault });
      const video = await storyboard(`A tea house at dusk: ${what}`);
      expect(video.status).toBe('awaiting_storyboard');
      const codes = await until(
        async () => {
          // An earlier test's reports that were refused are sent again for a while.
          const report = vendors.report();
          const mine = new Set(report.jobs.map(({ id }) => id));
          return report.webhooks.flatMap(({ jobId, status }) => (mine.has(jobId) ? status : []));
        },
        (found) => found.length >= answers.length * video.beats.length,
        slow,
      );
      expect([...new Set(codes)].map((code) => Math.floor((code ?? 0) / 100))).toEqual(
        [...new Set(answers)].map((code) => Math.floor(code / 100)),
      );
      const { jobs, chargedUsd, requests } = vendors.report();
      expect(requests.create).toBe(video.beats.length);
      expect(jobs).toHaveLength(video.beats.length);
      await send(app, 'POST', path(video.documentId, 'cancel'), { token });
      const books = await until(
        () => readBooks(app, vendors),
        ({ heldUsd, open }) => heldUsd === 0 && open === 0,
        slow,
      );
      expect(books.ledgerUsd - before.ledgerUsd).toBeCloseTo(chargedUsd, 6);
    },
    slow,
  );

  it(
    'that takes no input of ours: every beat says so, nothing is made or paid',
    async () => {
      vendors.misbehave({ on: 'create', times: 50, fault: status(422) });
      const video = await storyboard('A tea house by night');
      expect(video.status).toBe('failed');
      expect(JSON.stringify(video)).not.toContain(vendorWords);
      expect(video.beats.map(({ error }) => error?.code)).toContain('bad-request');
      const { jobs, chargedUsd } = vendors.report();
      expect([jobs.length, chargedUsd]).toEqual([0, 0]);
      const books = await until(
        () => readBooks(app, vendors),
        ({ heldUsd, open }) => heldUsd === 0 && open === 0,
        slow,
      );
      expect(books.ledgerUsd).toBeCloseTo(before.ledgerUsd, 6);
    },
    slow,
  );

  it(
    'without credit nothing is lost: people are told neutrally, operators by the log',
    async () => {
      vendors.misbehave({ on: 'create', times: 50, fault: status(402) });
      const brief = {
        prompt: 'A tea house at noon',
        durationSeconds: 5,
        qualityTier: 'standard',
        stopAfter: 'storyboard',
      };
      const { body } = await orderVideo(app, token, brief);
      const waiting = await until(
        () => look(body.data.documentId),
        ({ beats }) => beats.some(({ error }) => error?.code === 'provider-paused'),
        slow,
      );
      expect(waiting.status).toBe('storyboarding');
      expect(JSON.stringify(waiting)).not.toContain(vendorWords);
      expect(app.output()).toMatch(/replicate takes no orders/);
      // One create was refused; the rest of the queue did not run into the same wall.
      expect(vendors.report().requests.create).toBeLessThanOrEqual(waiting.beats.length);
      await send(app, 'POST', path(waiting.documentId, 'cancel'), { token });
      const books = await until(
        () => readBooks(app, vendors),
        ({ heldUsd, open }) => heldUsd === 0 && open === 0,
        slow,
      );
      expect(books.ledgerUsd).toBeCloseTo(before.ledgerUsd, 6);
      expect(vendors.report().chargedUsd).toBe(0);
    },
    slow,
  );
});
