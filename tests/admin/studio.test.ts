import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import type { Video } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { inDatabase } from '../app/database';
import { sharedApp } from '../app/shared-app';
import { admin as account } from '../app/start-app';
import { createAdminApi } from './admin-api';
import { chromiumPath, launch, openPanel, seriousFindings } from './browser';
import { createKeys, movements } from './keys';

const where = '/admin/plugins/reference-assets';
/** The library is shared with other tests: what this one brings bears its mark. */
const mark = `Panel${Date.now().toString(36)}`;
const red = `${mark} red bottle`;
const blue = `${mark} blue bottle`;
/** Making a five-second animatic on two busy cores. */
const videoMs = 180_000;

const picture = async (name: string, color: string) => ({
  name,
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 320, height: 240, channels: 3, background: '#ffffff' } })
    .composite([
      {
        input: Buffer.from(
          `<svg width="320" height="240"><rect x="110" y="40" width="100" height="170" rx="18" fill="${color}"/></svg>`,
        ),
      },
    ])
    .png()
    .toBuffer(),
});

const describeInBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath) console.warn('No Chromium here (CHROMIUM_PATH): the admin panel is not tested.');

describeInBrowser('the admin panel', () => {
  const app = sharedApp();
  let api: Awaited<ReturnType<typeof createAdminApi>>;
  let browser: Browser;
  let page: Page;
  let problems: string[] = [];
  let keys: ReturnType<typeof createKeys>;

  const open = (path: string) => page.goto(`${app.url}${where}${path}`);
  const card = (name: string) => page.getByTestId('asset-card').filter({ hasText: name });
  const videoNow = () =>
    api.get<Video>(`/reference-assets/videos/${new URL(page.url()).pathname.split('/').pop()}`);
  const assetNamed = async (name: string) =>
    (await api.get<Asset[]>('/reference-assets/assets?pageSize=100')).find((asset) =>
      asset.name.startsWith(name),
    );

  beforeAll(async () => {
    api = await createAdminApi(app);
    browser = await launch();
    ({ page, problems } = await openPanel(browser, app.url, account));
    keys = createKeys(page);
  }, 60_000);
  afterAll(() => browser?.close());
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  it('takes several pictures, shows them analysed without a reload, and says why others are refused', async () => {
    await open('/library');
    await page
      .getByTestId('upload-input')
      .setInputFiles([
        await picture(`${red}.png`, '#c02030'),
        await picture(`${blue}.png`, '#2040c0'),
        { name: `${mark} notes.png`, mimeType: 'image/png', buffer: Buffer.from('only words') },
        { name: `${mark} nothing.png`, mimeType: 'image/png', buffer: Buffer.alloc(0) },
      ]);
    const tray = page.getByRole('region', { name: 'Uploads' });
    await tray.getByText('3 of 4 uploaded, 1 failed').waitFor();
    await tray.getByText(`${mark} nothing.png" is empty`).waitFor();
    for (const name of [red, blue]) {
      const analysed = card(name).filter({ hasNotText: /waiting for analysis|being analysed/i });
      await analysed.waitFor({ timeout: 60_000 });
    }
    expect((await assetNamed(red))?.analysis.status).toBe('done');
    await card(`${mark} notes`).getByText('Refused').waitFor({ timeout: 60_000 });
    const notes = await assetNamed(`${mark} notes`);
    expect(notes?.analysis.status).toBe('refused');
    await card(`${mark} notes`)
      .getByText(notes?.analysis.error?.message ?? 'no reason')
      .waitFor();
    expect(await assetNamed(`${mark} nothing`)).toBeUndefined();
  }, 120_000);

  it('finds by words, opens, and saves what a person knows better, all by keys', async () => {
    await open('/library');
    await page.getByRole('searchbox', { name: 'Search the library' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(`${mark} red`);
    await page.waitForURL(new RegExp(`q=${mark}\\+red`));
    await keys.press(card(red).getByRole('link'));
    const drawer = page.getByRole('dialog', { name: red });
    await drawer.waitFor();
    expect(await movements(page)).toEqual([]);
    await keys.write(drawer.getByLabel('Description'), 'Our bottle, from the front');
    await keys.press(drawer.getByRole('button', { name: 'Save' }));
    await drawer.getByText('Set by a person').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    expect(page.url()).not.toContain('asset=');
    const rows = await inDatabase(
      app,
      `SELECT description, human_fields AS "humanFields" FROM reference_assets WHERE name = $1`,
      [red],
    );
    expect(rows).toEqual([
      { description: 'Our bottle, from the front', humanFields: ['description'] },
    ]);
  }, 60_000);

  it(
    'makes a video from a brief, shows its price first, and plays it',
    async () => {
      await open('/videos/new');
      await page.getByLabel('What should the video show?').fill(`A calm look at our ${red}`);
      await page.getByTestId('price').getByText('Free').waitFor();
      const length = page.getByLabel('Length');
      await length.focus();
      await page.keyboard.press('Home');
      await page.getByRole('radio', { name: '1:1' }).check();
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Make the video' }).click();
      await page.waitForURL(/videos\/[a-z0-9]+$/);
      await page.getByText('In review', { exact: true }).waitFor({ timeout: videoMs });
      expect(await page.getByTestId('beat-card').count()).toBeGreaterThan(0);
      const film = page.locator('video');
      await film.evaluate((element: HTMLVideoElement) => element.play());
      await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2);
      const seconds = await film.evaluate((element: HTMLVideoElement) => element.duration);
      expect(Math.abs(seconds - 5)).toBeLessThan(0.1);
      expect(await seriousFindings(page)).toEqual([]);
      expect(await videoNow()).toMatchObject({
        status: 'in_review',
        durationSeconds: 5,
        aspectRatio: '1:1',
      });
    },
    videoMs + 60_000,
  );

  it('swaps an asset of a beat by hand', async () => {
    const beat = page.getByTestId('beat-card').first();
    await beat.getByRole('button', { name: 'Add an asset' }).click();
    const dialog = page.getByRole('dialog', { name: 'Beat 1: add an asset' });
    await dialog.getByRole('searchbox').fill(`${mark} blue`);
    await dialog.getByRole('button', { name: blue }).click();
    await dialog.waitFor({ state: 'hidden' });
    await beat.getByText('chosen by hand').first().waitFor();
    await beat.getByText(blue).waitFor();
    const [first] = (await videoNow()).beats ?? [];
    const chosen = Object.values(first?.references ?? {}).filter((reference) => reference?.manual);
    expect(chosen.map((reference) => reference?.asset.name)).toContain(blue);
  }, 60_000);

  it(
    'is watched, commented on, approved after a question, and published, all by keys',
    async () => {
      // The swap has the video made again; what is typed meanwhile must outlive the page's change.
      await keys.write(page.getByLabel('Your comment'), 'Lovely light');
      await page.getByLabel('Download version 2').waitFor({ timeout: videoMs });
      await page.getByText('In review', { exact: true }).waitFor({ timeout: videoMs });
      await keys.tabTo(page.getByRole('slider', { name: 'Position in the video' }));
      await page.keyboard.press('Home');
      await keys.tabTo(page.getByTestId('stage'));
      await page.keyboard.press('.');
      expect(await page.getByTestId('timecode').textContent()).toBe('00:00:00:01');
      await keys.press(page.getByRole('button', { name: 'Add comment' }));
      await page.getByTestId('comment').filter({ hasText: 'Lovely light' }).waitFor();
      await keys.press(page.getByRole('button', { name: 'Approve' }));
      const question = page.getByRole('alertdialog');
      await question.waitFor();
      expect(await movements(page)).toEqual([]);
      await keys.press(question.getByRole('button', { name: 'Confirm' }));
      await page.getByText('Approved', { exact: true }).waitFor();
      await keys.press(page.getByRole('button', { name: 'Publish' }));
      await page.getByRole('button', { name: 'Take back' }).waitFor();
      const id = new URL(page.url()).pathname.split('/').pop();
      const rows = await inDatabase(
        app,
        `SELECT v.stage, v.published_at IS NOT NULL AS public, c.text FROM reference_asset_videos v
         JOIN reference_asset_comments c ON c.video = v.document_id WHERE v.document_id = $1 ORDER BY public`,
        [id],
      );
      const said = { stage: 'approved', text: 'Lovely light' };
      expect(rows).toEqual([
        { ...said, public: false },
        { ...said, public: true },
      ]);
    },
    videoMs + 60_000,
  );

  it('shows a person who may only look no button to change anything', async () => {
    const guest = { email: `guest-${Date.now()}@example.com`, password: 'Looking1only' };
    await api.invite(guest, ['assets.read', 'videos.read']);
    const seen = await openPanel(browser, app.url, guest);
    await seen.page.goto(`${app.url}${where}/library`);
    await seen.page.getByTestId('asset-card').first().waitFor();
    expect(await seen.page.getByRole('button', { name: 'Upload' }).count()).toBe(0);
    await seen.page.goto(page.url());
    await seen.page.getByTestId('beat-card').first().waitFor();
    for (const name of [/^Approve/, /^Publish/, /^Take back/, /^Swap/, /^Draw again/]) {
      expect(await seen.page.getByRole('button', { name }).count()).toBe(0);
    }
    await seen.page.goto(`${app.url}${where}/videos/new`);
    await seen.page.getByText("You don't have the permissions").waitFor();
    expect(seen.problems).toEqual([]);
    await seen.page.context().close();
  }, 90_000);

  it('shows on the status page what runs, as the database tells of it', async () => {
    const status = await openPanel(browser, app.url, account);
    await status.page.goto(`${app.url}/admin/settings/reference-assets/status`);
    const jobs = status.page.getByRole('region', { name: 'Jobs' });
    const waiting = jobs
      .getByText('Waiting', { exact: true })
      .locator('xpath=following-sibling::dd[1]');
    await waiting.getByText(/^\d{1,3}$/).waitFor();
    await inDatabase(
      app,
      `INSERT INTO reference_asset_jobs (key, lane, data)
       SELECT 'nobody ' || n, 'nobody', '{}' FROM generate_series(1, 4000) n`,
    );
    await waiting.getByText(/^4,?\d{3}$/).waitFor();
    await inDatabase(app, `DELETE FROM reference_asset_jobs WHERE lane = 'nobody'`);
    await waiting.getByText(/^\d{1,3}$/).waitFor();
    await status.page.context().close();
  }, 60_000);

  it('has no serious finding of axe on any page, in the dark either', async () => {
    const videoPath = new URL(page.url()).pathname.slice(where.length);
    const dark = await openPanel(browser, app.url, account, 'dark');
    const found: Record<string, string[]> = {};
    for (const path of ['/library', '/library?q=bottle', '/videos', '/videos/new', videoPath]) {
      await dark.page.goto(`${app.url}${where}${path}`);
      await dark.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      await dark.page.waitForLoadState('load');
      found[path] = await seriousFindings(dark.page);
    }
    await dark.page.goto(`${app.url}/admin/settings/reference-assets/status`);
    await dark.page.getByRole('heading', { name: 'Database' }).waitFor();
    found.status = await seriousFindings(dark.page);
    expect(Object.values(found).flat()).toEqual([]);
    await dark.page.context().close();
  }, 120_000);
});
