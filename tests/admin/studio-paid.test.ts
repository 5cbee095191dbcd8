import type { Browser, Page } from 'playwright-core';
import type { Video } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { adminToken, apiToken, send } from '../app/client';
import { inDatabase } from '../app/database';
import { readBooks } from '../app/paid-books';
import { ownApp } from '../app/shared-app';
import { admin as account, removeHome, type App } from '../app/start-app';
import { orderVideo, videoIn } from '../app/videos';
import { startVendors, type Vendors } from '../vendors/vendor-server';
import { createAdminApi } from './admin-api';
import { chromiumPath, launch, openPanel, seriousFindings } from './browser';

const where = '/admin/plugins/reference-assets';
const makingMs = 240_000;
const installation = '/reference-assets/accounts/installation';

const describeInBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath) console.warn('No Chromium here (CHROMIUM_PATH): no paid video is seen.');

describeInBrowser('a paid video in the panel', () => {
  let vendors: Vendors;
  let app: App;
  let api: Awaited<ReturnType<typeof createAdminApi>>;
  let admin: string;
  let browser: Browser;
  let page: Page;
  let problems: string[] = [];
  let id = '';

  const videoNow = () => api.get<Video>(`/reference-assets/videos/${id}`);
  const confirm = () =>
    page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();

  beforeAll(async () => {
    vendors = await startVendors({ films: true, imageMs: 100, videoMs: 200, audioMs: 100 });
    app = await ownApp({
      REPLICATE_API_TOKEN: vendors.replicateToken,
      REPLICATE_BASE_URL: vendors.replicateUrl,
      REPLICATE_WEBHOOK_SECRET: vendors.webhookSecret,
    });
    admin = await adminToken(app);
    [api, browser] = await Promise.all([createAdminApi(app), launch()]);
    const token = await apiToken(app);
    await send(app, 'PUT', installation, { token: admin, json: {} });
    const json = { amountUsd: 5 };
    await send(app, 'POST', `${installation}/top-up`, { token: admin, json });
    const { body } = await orderVideo(app, token, {
      prompt: 'A calm film for a tea house at dawn',
      durationSeconds: 5,
      qualityTier: 'draft',
      stopAfter: 'storyboard',
    });
    id = body.data.documentId;
    await videoIn(app, token, id, ['awaiting_storyboard']);
    ({ page, problems } = await openPanel(browser, app.url, account));
    await page.goto(`${app.url}${where}/videos/${id}`);
  }, makingMs);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await vendors?.close();
    if (app) await removeHome(app.home);
  }, 60_000);
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  it(
    'says why a vendor made it fail, is tried again with a press, and costs what it was to cost',
    async () => {
      const error = 'Prediction failed: the model ran out of memory';
      vendors.misbehave({ on: 'job', model: 'wan', times: 40, fault: { kind: 'fails', error } });
      await page.getByRole('button', { name: 'Make the video' }).click();
      await page.getByRole('button', { name: 'Try again' }).first().waitFor({ timeout: makingMs });
      await page.getByText('Failed', { exact: true }).first().waitFor();
      expect((await videoNow()).error?.message).toBeTruthy();
      // The press left the pointer where the new button is: its hover is Strapi's own look.
      await page.mouse.move(0, 0);
      expect(await seriousFindings(page)).toEqual([]);
      await page.goto(`${app.url}${where}/dashboard`);
      const failed = page.getByRole('region', { name: 'Failures' });
      await failed
        .getByRole('link', { name: /^replicate: / })
        .first()
        .waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      vendors.reset();
      await failed.getByRole('button', { name: 'Try again' }).click();
      await failed.getByRole('link', { name: /^A calm film/ }).waitFor({ state: 'hidden' });
      await page.goto(`${app.url}${where}/videos/${id}`);
      // Its stop point is a stop again for whatever was drawn anew.
      await page.getByRole('button', { name: 'Make the video' }).click({ timeout: makingMs });
      await page.getByText('In review', { exact: true }).waitFor({ timeout: makingMs });
      const books = await readBooks(app, vendors);
      expect(books).toMatchObject({ heldUsd: 0, open: 0 });
      expect((await videoNow()).actualCostUsd).toBeCloseTo(books.ledgerUsd, 6);
    },
    2 * makingMs,
  );

  it('is refused another take when the budget is used up, and nothing is ordered or charged', async () => {
    const { balanceUsd } = await api.get<{ balanceUsd: number }>(installation);
    const json = { amountUsd: -balanceUsd, note: 'the budget went to another film' };
    await send(app, 'POST', `${installation}/corrections`, { token: admin, json });
    const before = await readBooks(app, vendors);
    const beat = page.getByTestId('beat-card').first();
    await beat.getByRole('button', { name: 'Draw again' }).click();
    await page
      .getByRole('alertdialog')
      .getByText(/Price: \$\d/)
      .waitFor();
    await confirm();
    await page
      .getByRole('alert')
      .filter({ hasText: /credit|budget|balance/i })
      .waitFor();
    expect(await readBooks(app, vendors)).toEqual(before);
    expect((await videoNow()).status).toBe('in_review');
    const rows = await inDatabase(
      app,
      'SELECT balance_usd::float8 AS balance FROM reference_asset_accounts WHERE name = $1',
      ['installation'],
    );
    expect(rows).toEqual([{ balance: 0 }]);
  }, 90_000);
});
