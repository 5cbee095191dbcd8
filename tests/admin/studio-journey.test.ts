import type { Browser, Page } from 'playwright-core';
import type { Board } from '../../src/plugins/reference-assets/shared/contracts/board';
import type { ReviewComment } from '../../src/plugins/reference-assets/shared/contracts/reviews';
import type { Video } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { apiToken } from '../app/client';
import { inDatabase } from '../app/database';
import { bring } from '../app/library';
import { sharedApp } from '../app/shared-app';
import { admin as account } from '../app/start-app';
import { createAdminApi } from './admin-api';
import { chromiumPath, launch, openPanel, seriousFindings } from './browser';

const where = '/admin/plugins/reference-assets';
/** The library is shared with other tests: what this one brings bears its mark. */
const mark = `Journey${Date.now().toString(36)}`;
const makingMs = 180_000;

const describeInBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath) console.warn('No Chromium here (CHROMIUM_PATH): no video is made in the panel.');

describeInBrowser('a video from the brief to the public API', () => {
  const app = sharedApp();
  let api: Awaited<ReturnType<typeof createAdminApi>>;
  let browser: Browser;
  let page: Page;
  let problems: string[] = [];
  let id = '';

  const confirm = () =>
    page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
  const videoNow = () => api.get<Video>(`/reference-assets/videos/${id}`);
  const board = () => api.get<Board>(`/reference-assets/videos/${id}/board`);
  const comments = () => api.get<ReviewComment[]>(`/reference-assets/videos/${id}/comments`);
  const beatRows = () =>
    inDatabase(
      app,
      `SELECT name, "order", start_seconds::float8 AS start, duration_seconds::float8 AS length, take, state
       FROM reference_asset_beats WHERE video = $1 ORDER BY "order"`,
      [id],
    );

  beforeAll(async () => {
    const token = await apiToken(app);
    for (const color of ['#c02030', '#2040c0'])
      await bring(app, token, {
        name: `${mark} lamp ${color === '#c02030' ? 'red' : 'blue'}`,
        data: { assetType: 'product', primaryObject: 'lamp' },
        color,
      });
    api = await createAdminApi(app);
    browser = await launch();
    ({ page, problems } = await openPanel(browser, app.url, account));
  }, 120_000);
  afterAll(() => browser?.close());
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  it(
    'is ordered with the keyboard alone, and stops where it was told to',
    async () => {
      await page.goto(`${app.url}${where}/videos/new`);
      await page.getByLabel('What should the video show?').focus();
      await page.keyboard.type(`A calm look at the ${mark} lamp red`);
      await page.getByLabel('Length').focus();
      await page.keyboard.press('Home');
      await page.getByRole('radio', { name: '1:1' }).focus();
      await page.keyboard.press('Space');
      await page.getByRole('radio', { name: /^After the plan/ }).focus();
      await page.keyboard.press('Space');
      await page.getByTestId('price').getByText('Free').waitFor();
      await page.getByRole('button', { name: 'Make the video' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/videos\/[a-z0-9]{20,}$/);
      id = new URL(page.url()).pathname.split('/').pop() ?? '';
      await page.getByTestId('plan-editor').waitFor({ timeout: makingMs });
      expect(await videoNow()).toMatchObject({ status: 'awaiting_plan', durationSeconds: 5 });
    },
    makingMs,
  );

  it('has its plan retimed, split, reordered and joined with the keyboard, and always adds up', async () => {
    const before = await beatRows();
    const cuts = page.getByTestId('plan-timeline').getByRole('slider');
    const cards = page.getByTestId('plan-card');
    await page.getByTestId('plan-editor').getByRole('textbox', { name: /^Name/ }).fill('Opening');
    await cuts.first().focus();
    const from = Number(await cuts.first().getAttribute('aria-valuenow'));
    const isShortest = from === Number(await cuts.first().getAttribute('aria-valuemin'));
    await page.keyboard.press(isShortest ? 'ArrowRight' : 'ArrowLeft');
    const to = Number(await cuts.first().getAttribute('aria-valuenow'));
    expect(to).toBe(isShortest ? from + 1 : from - 1);
    await page.keyboard.press(isShortest ? 'ArrowLeft' : 'ArrowRight');
    const longest = before.findIndex(({ length }) => Number(length) >= 2);
    const chosen = (number: number) => cards.nth(number).locator('button[aria-pressed]').first();
    const press = async (name: string) => {
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
    };
    await chosen(longest).focus();
    await page.keyboard.press('Enter');
    await press('Split in two');
    expect(await cards.count()).toBe(before.length + 1);
    await chosen(0).focus();
    await page.keyboard.press('Alt+ArrowRight');
    const names = () => cards.getByRole('heading').allInnerTexts();
    const moved = await names();
    await press('Join with the next');
    expect(await cards.count()).toBe(before.length);
    await press('Undo');
    expect(await names()).toEqual(moved);
    await page.getByText('5 sec together').waitFor();
    await page.getByText('Going on is free').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save plan' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('The plan is saved').waitFor();
    const rows = await beatRows();
    expect(rows.map(({ name }, at) => `${at + 1}. ${String(name)}`)).toEqual(moved);
    expect(moved.filter((name) => name.endsWith('Opening'))).not.toEqual([]);
    let end = 0;
    for (const { start, length } of rows) {
      expect(Number(start)).toBeCloseTo(end, 2);
      end += Number(length);
    }
    expect(end).toBeCloseTo(5, 2);
  }, 90_000);

  it(
    'is made, given an asset by hand, and has a beat drawn again, each time as a version of its own',
    async () => {
      await page.getByRole('button', { name: 'Make the video' }).click();
      await page.getByText('In review', { exact: true }).waitFor({ timeout: makingMs });
      const asset = `${mark} lamp red`;
      const one = page.getByTestId('beat-card').first();
      await one.getByRole('button', { name: 'Add an asset' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('searchbox').fill(asset);
      await dialog.getByRole('button', { name: asset }).click();
      await dialog.waitFor({ state: 'hidden' });
      await one.getByText('chosen by hand').waitFor();
      await page.getByLabel('Download version 2').waitFor({ timeout: makingMs });
      await page.getByText('In review', { exact: true }).waitFor({ timeout: makingMs });
      await one.getByRole('button', { name: 'Draw again' }).click();
      await page.getByRole('alertdialog').getByText('Free').waitFor();
      await confirm();
      await page.getByLabel('Download version 3').waitFor({ timeout: makingMs });
      await one.getByRole('button', { name: '3 takes' }).click();
      expect(await dialog.getByRole('img').count()).toBeGreaterThanOrEqual(2);
      expect(await seriousFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      const [first] = (await videoNow()).beats ?? [];
      const kept = Object.values(first?.references ?? {}).find((use) => use?.asset.name === asset);
      expect(kept?.manual).toBe(true);
      const takes = (await board()).beats[0]?.takes ?? [];
      expect(takes.map(({ current }) => current).sort()).toEqual([false, false, true]);
    },
    2 * makingMs,
  );

  it(
    'is commented on, made again because of that, approved, published, and served',
    async () => {
      await page.getByText('In review', { exact: true }).waitFor({ timeout: makingMs });
      await page.getByTestId('stage').focus();
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('.');
      await page.getByLabel('Your comment').fill('Slower, please');
      await page.getByRole('button', { name: 'Add comment' }).click();
      const thread = page.getByTestId('comment').filter({ hasText: 'Slower, please' });
      await thread.getByRole('button', { name: 'Make this beat again' }).click();
      await page.getByRole('alertdialog').getByText('Price: Free').waitFor();
      await confirm();
      // A reply is being written while the film goes away and comes back.
      await thread.getByLabel('Your reply').fill('Half the speed');
      await thread.getByText('Resolved by version 4').waitFor({ timeout: makingMs });
      expect(await thread.getByLabel('Your reply').inputValue()).toBe('Half the speed');
      await thread.getByRole('button', { name: 'Reply', exact: true }).click();
      await thread.getByRole('listitem').filter({ hasText: 'Half the speed' }).waitFor();
      expect(await comments()).toMatchObject([
        { text: 'Slower, please', frame: 3, resolvedVersion: 4 },
        { text: 'Half the speed', resolvedVersion: null },
      ]);
      await page.getByRole('button', { name: 'Approve' }).click();
      await confirm();
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByRole('button', { name: 'Take back' }).waitFor();
      const rows = await inDatabase(
        app,
        `SELECT stage, approval::jsonb->>'version' AS version FROM reference_asset_videos
         WHERE document_id = $1 AND published_at IS NOT NULL`,
        [id],
      );
      expect(rows).toEqual([{ stage: 'approved', version: '4' }]);
    },
    2 * makingMs,
  );

  it('is counted on the dashboard, and each figure opens what it counts', async () => {
    const main = page.getByRole('main');
    for (const [figure, address] of [
      ['Published', /published=true/],
      ['Retakes of a beat', /retaken=true/],
    ] as const) {
      await page.goto(`${app.url}${where}/dashboard`);
      await page.getByTestId('key-figures').getByRole('link', { name: figure }).click();
      await page.waitForURL(address);
      await main.getByRole('link', { name: new RegExp(mark) }).waitFor();
    }
    await main.getByRole('button', { name: /^Take off the filter: Last 30 days/ }).click();
    expect(page.url()).not.toContain('days=');
    const [never] = await Promise.all([
      api.get<Video[]>('/reference-assets/videos?made=false&pageSize=100'),
      page.goto(`${app.url}${where}/dashboard`),
    ]);
    expect(never.map(({ documentId }) => documentId)).not.toContain(id);
    await page.getByTestId('key-figures').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('region', { name: 'Videos' }).locator('a[href*=orderedOn]').last().click();
    await main.getByRole('button', { name: /^Take off the filter: Ordered on/ }).waitFor();
    await main.getByRole('link', { name: new RegExp(mark) }).waitFor();
  }, 90_000);
});
