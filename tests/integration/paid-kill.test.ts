import path from 'node:path';
import { apiToken, send, until } from '../app/client';
import { query } from '../app/left-behind';
import { readBooks } from '../app/paid-books';
import { ownApp } from '../app/shared-app';
import { removeHome, root, startApp, type App } from '../app/start-app';
import { orderVideo, videoIn } from '../app/videos';
import { OpenAiServer } from '../vendors/openai';
import { startVendors, type Vendors } from '../vendors/vendor-server';

/** Every point between an order and its result at which a process can die. */
const points = [
  'before-create',
  'after-create',
  'waiting',
  'after-result',
  'after-download',
  'in-settle',
  'question',
] as const;
const asked = process.env.KILL_POINTS ?? 'after-create';
const tried = points.filter((point) => asked === 'all' || asked.split(',').includes(point));
const orders = tried.filter((point) => point !== 'question');
const questions = tried.filter((point) => point === 'question');
if (tried.length < points.length)
  console.warn(`kill points tried: ${tried.join(', ')}; KILL_POINTS=all tries all of them`);

describe('an application that is killed while vendors work for it', () => {
  let vendors: Vendors;
  let app: App;
  let token: string;
  let env: Record<string, string>;
  let spentBefore = 0;

  const killedAt = (point: string) => ({
    NODE_OPTIONS: `--require ${path.join(root, 'tests', 'faults', 'kill-at.cjs')}`,
    KILL_AT: point,
    KILL_MARK: path.join(app.home, `killed-${point}`),
  });
  const start = async (more: Record<string, string> = {}): Promise<void> => {
    const port = Number(new URL(app.url).port);
    app = await startApp({ home: app.home, port, env: { ...env, ...more } });
  };
  const isDown = () =>
    fetch(`${app.url}/_health`).then(
      () => false,
      () => true,
    );

  beforeAll(async () => {
    vendors = await startVendors({ films: true, imageMs: 300, videoMs: 2500, audioMs: 300 });
    env = {
      REPLICATE_API_TOKEN: vendors.replicateToken,
      REPLICATE_BASE_URL: vendors.replicateUrl,
      VENDOR_POLL_MS: '250',
    };
    app = await ownApp(env);
    token = await apiToken(app);
    await app.stop();
  }, 240_000);
  afterAll(async () => {
    await app?.kill();
    await vendors?.close();
    if (app) await removeHome(app.home);
  }, 60_000);

  (orders.length > 0 ? it.each(orders) : it.skip.each(['at any point of an order']))(
    'goes on after kill -9 %s, pays each thing once and holds nothing',
    async (point) => {
      vendors.reset();
      await start(killedAt(point));
      const brief = {
        prompt: `Tea at dawn, ${point}`,
        durationSeconds: 5,
        qualityTier: 'standard',
      };
      const { body } = await orderVideo(app, token, brief);
      await until(isDown, (down) => down, 120_000);
      await app.kill();
      await start();
      const video = await videoIn(app, token, body.data.documentId, ['in_review']);
      const books = await readBooks(app, vendors);
      await app.stop();
      const jobs = 2 * video.beats.length + 1;
      expect(books).toMatchObject({ jobs, things: jobs, heldUsd: 0, open: 0 });
      expect(books.ledgerUsd - spentBefore).toBeCloseTo(books.chargedUsd, 6);
      spentBefore = books.ledgerUsd;
    },
    400_000,
  );

  (questions.length > 0 ? it.each(questions) : it.skip.each(['a question under way']))(
    'asks nothing twice by itself after kill -9 with %s, and a retry goes on',
    async (point) => {
      const openAi = await OpenAiServer.start();
      const asks = { OPENAI_API_KEY: openAi.apiKey, OPENAI_BASE_URL: openAi.baseUrl };
      const counts = () => openAi.seen.filter(({ path: at }) => at.endsWith('/responses')).length;
      const openAiLedger = async () => {
        const sql = `SELECT note FROM reference_asset_spend WHERE provider = 'openai' ORDER BY id`;
        return (await query<{ note: string | null }>(app.home, sql)).map(({ note }) => note);
      };
      vendors.reset();
      await start({ ...asks, ...killedAt(point) });
      const brief = { prompt: 'Tea, planned', durationSeconds: 5, qualityTier: 'standard' };
      const { body } = await orderVideo(app, token, { ...brief, stopAfter: 'plan' });
      await until(isDown, (down) => down, 120_000);
      await app.kill();
      await start(asks);
      const id: string = body.data.documentId;
      const failed = await videoIn(app, token, id, ['failed']);
      expect(failed.error).toMatchObject({ code: 'outcome-unknown', step: 'plan' });
      expect([counts(), await openAiLedger()]).toEqual([1, []]);
      expect((await readBooks(app, vendors)).heldUsd).toBeGreaterThan(0);

      await send(app, 'POST', `/api/video-generations/${id}/retry`, { token });
      await videoIn(app, token, id, ['awaiting_plan']);
      // The brief is read anew, the first time counting as paid, and then planned.
      expect(counts()).toBe(3);
      expect(await openAiLedger()).toEqual([expect.stringMatching(/possibly paid/), null, null]);
      await send(app, 'POST', `/api/video-generations/${id}/cancel`, { token });
      await until(
        () => readBooks(app, vendors),
        ({ heldUsd, open }) => heldUsd === 0 && open === 0,
        60_000,
      );
      await app.stop();
      await openAi.stop();
    },
    400_000,
  );
});
