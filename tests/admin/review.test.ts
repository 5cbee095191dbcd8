import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { ReviewComment } from '../../src/plugins/reference-assets/shared/contracts/reviews';
import type { Video } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { adminToken, apiToken, send } from '../app/client';
import { inDatabase } from '../app/database';
import { grant } from '../app/roles';
import { sharedApp } from '../app/shared-app';
import { admin as account } from '../app/start-app';
import { orderVideo, videoIn } from '../app/videos';
import { createAdminApi } from './admin-api';
import { chromiumPath, launch, openPanel, seriousFindings } from './browser';

const videoMs = 240_000;
/** Where to put pictures of the pages; unset: none are taken. */
const pictures = process.env.SCREENSHOT_DIR;

const describeInBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath) console.warn('No Chromium here (CHROMIUM_PATH): the review is not tested.');

describeInBrowser('the review in the admin panel', () => {
  const app = sharedApp();
  let api: Awaited<ReturnType<typeof createAdminApi>>;
  let browser: Browser;
  let page: Page;
  let problems: string[] = [];
  let id: string;
  let token: string;
  let link: string;

  const address = () => `${app.url}/admin/plugins/reference-assets/videos/${id}`;
  const picture = async (of: Page, name: string) => {
    if (pictures) await of.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };
  const comments = () => api.get<ReviewComment[]>(`/reference-assets/videos/${id}/comments`);
  const videoNow = () => api.get<Video>(`/reference-assets/videos/${id}`);
  const confirm = () =>
    page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
  const seconds = (of: Page) =>
    of
      .locator('video')
      .first()
      .evaluate((film: HTMLVideoElement) => film.currentTime);

  beforeAll(async () => {
    [token, api, browser] = await Promise.all([apiToken(app), createAdminApi(app), launch()]);
    const { body } = await orderVideo(app, token, {
      prompt: 'A calm boat house by the water',
      durationSeconds: 5,
      aspectRatio: '1:1',
    });
    id = body.data.documentId;
    await videoIn(app, token, id, ['in_review']);
    ({ page, problems } = await openPanel(browser, app.url, account));
    await page.goto(address());
  }, videoMs);
  afterAll(() => browser?.close());
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  it('steps by frames with the keys and says where it stands', async () => {
    const code = page.getByTestId('timecode');
    await code.waitFor();
    await page.getByTestId('stage').focus();
    for (let step = 0; step < 32; step += 1) await page.keyboard.press('.');
    await page.keyboard.press(',');
    expect(await code.textContent()).toBe('00:00:01:01');
    await page.waitForFunction(
      () => Math.abs((document.querySelector('video')?.currentTime ?? 0) - 31.5 / 30) < 0.001,
    );
    await page.getByRole('slider', { name: 'Position in the video' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await code.textContent()).toBe('00:00:01:00');
  }, 90_000);

  it('says something about a frame, with a drawing on the picture', async () => {
    await page.getByRole('button', { name: 'Draw on the picture' }).click();
    const paper = page.getByTestId('drawing').first();
    await paper.scrollIntoViewIfNeeded();
    const box = await paper.boundingBox();
    if (!box) throw new Error('there is nothing to draw on');
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
    await page.mouse.move(...at(0.25, 0.25));
    await page.mouse.down();
    await page.mouse.move(...at(0.5, 0.5), { steps: 8 });
    await page.mouse.up();
    await page.getByLabel('Your comment').fill('Darker, please');
    await page.getByRole('button', { name: 'Add comment' }).click();
    const thread = page.getByTestId('comment').filter({ hasText: 'Darker, please' });
    await thread.waitFor();
    const [said] = await comments();
    expect(said).toMatchObject({ text: 'Darker, please', frame: 30, version: 1 });
    const points = said.drawing?.strokes[0].points ?? [];
    expect(points.length).toBeGreaterThan(3);
    expect(points[0].map((share) => Math.round(share * 100))).toEqual([25, 25]);
    await page.getByTestId('stage').focus();
    await page.keyboard.press('.');
    expect(await page.getByTestId('drawing').locator('polyline').count()).toBe(0);
    await page.getByRole('button', { name: /^Comment 1 by/ }).click();
    await page.getByTestId('drawing').locator('polyline').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await picture(page, 'review-light-1280');
  }, 90_000);

  it(
    'has the beat made again at the price it shows, and the new version resolves the comment',
    async () => {
      const thread = page.getByTestId('comment').filter({ hasText: 'Darker, please' });
      await thread.getByRole('button', { name: 'Make this beat again' }).click();
      await page.getByRole('alertdialog').getByText('Price: Free').waitFor();
      await confirm();
      await thread.getByText('Being made again').waitFor();
      await thread.getByText('Resolved by version 2').waitFor({ timeout: videoMs });
      expect((await comments())[0]).toMatchObject({ resolvedVersion: 2, awaitsVersion: false });
      const rows = await inDatabase(
        app,
        `SELECT number, hash FROM reference_asset_versions WHERE video = $1 ORDER BY number`,
        [id],
      );
      expect(rows.map(({ number }) => number)).toEqual([1, 2]);
      expect(rows[0].hash).not.toBe(rows[1].hash);
    },
    videoMs + 60_000,
  );

  it('shows two versions in step', async () => {
    await page.getByRole('button', { name: 'Compare side by side' }).click();
    const pair = page.getByTestId('comparison');
    await pair.locator('video').nth(1).waitFor();
    const forward = pair.getByRole('button', { name: 'One frame on' });
    for (let step = 0; step < 5; step += 1) await forward.click();
    await page.waitForFunction(() => {
      const films = Array.from(
        document.querySelectorAll<HTMLVideoElement>('[data-testid=comparison] video'),
      );
      return (
        films.length === 2 && films.every((one) => Math.abs(one.currentTime - 5.5 / 30) < 0.001)
      );
    });
    await page.getByRole('button', { name: 'Compare with a slider' }).click();
    await pair.getByRole('slider', { name: /^Where one version ends/ }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await picture(page, 'review-compare-1280');
    await page.getByRole('button', { name: 'Compare with a slider' }).click();
  }, 90_000);

  it(
    'makes a link with which a guest watches a marked copy and comments',
    async () => {
      await page.getByRole('textbox', { name: /^Who it is for/ }).fill('The client');
      await page.getByRole('button', { name: 'Make a link' }).click();
      link = (await page.getByTestId('review-link').textContent()) ?? '';
      expect(link).toMatch(/\/api\/video-reviews#[\w-]{43}$/);
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      const guest = await context.newPage();
      const faults: string[] = [];
      guest.on('pageerror', (error) => faults.push(error.message));
      guest.on('console', (line) => void (line.type() === 'error' && faults.push(line.text())));
      await guest.goto(link);
      await guest.getByLabel('Your name').fill('Gwen');
      expect(await seriousFindings(guest)).toEqual([]);
      await guest.getByRole('button', { name: 'Open the review' }).click();
      await guest.locator('video').waitFor({ timeout: videoMs });
      await guest.getByText('The words over the picture go away').waitFor();
      await guest.getByRole('button', { name: 'One frame on' }).click();
      await guest.getByText('00:00:00:01').waitFor();
      expect(await seconds(guest)).toBeCloseTo(1.5 / 30, 3);
      await guest.getByLabel('Your comment').fill('<b>Lovely</b>');
      await guest.getByRole('button', { name: 'Send' }).first().click();
      await guest.getByRole('listitem').filter({ hasText: '<b>Lovely</b>' }).waitFor();
      expect(await seriousFindings(guest)).toEqual([]);
      await picture(guest, 'guest-light');
      expect(await guest.getByRole('button', { name: 'Approve' }).isVisible()).toBe(false);
      expect(faults).toEqual([]);
      await context.close();
      expect((await comments()).at(-1)).toMatchObject({ author: 'Gwen (The client)', frame: 1 });
    },
    videoMs,
  );

  it('proves the logo and the file, and gives an editor the package', async () => {
    const report = page.getByTestId('quality');
    await report.getByText(/more checks$/).click();
    await report.getByText('Loudness').waitFor();
    await page.getByText(/without generative AI/).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Package for an editor' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
    const head = readFileSync(await file.path())
      .subarray(0, 4)
      .toString('latin1');
    expect(head).toBe('PK\x03\x04');
    await page.getByRole('button', { name: 'Sound off' }).click();
    expect(
      await page
        .locator('video')
        .first()
        .evaluate((film: HTMLVideoElement) => film.muted),
    ).toBe(true);
    await page.getByRole('button', { name: 'Fill the screen' }).click();
    await page.waitForFunction(() => document.fullscreenElement?.querySelector('video'));
    await page.getByRole('button', { name: 'Leave the full screen' }).click();
    await page.waitForFunction(() => document.fullscreenElement === null);
  }, 90_000);

  it('approves, takes that back, approves again, publishes; and the public API serves it', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Approve' }).click();
    await confirm();
    await page.getByText('Approved', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Undo approval' }).click();
    await confirm();
    await page.getByText('In review', { exact: true }).waitFor();
    expect((await videoNow()).status).toBe('in_review');
    await page.getByRole('button', { name: 'Approve' }).click();
    await confirm();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('button', { name: 'Take back' }).waitFor();
    const [row] = await inDatabase(
      app,
      `SELECT stage, approval FROM reference_asset_videos WHERE document_id = $1 AND published_at IS NOT NULL`,
      [id],
    );
    expect(row).toMatchObject({ stage: 'approved', approval: { version: 2 } });
    const takeBack = await grant(app, await adminToken(app), 'public', [
      'plugin::reference-assets.video-generation.findOne',
    ]);
    const served = await send(app, 'GET', `/api/video-generations/${id}`);
    await takeBack();
    expect(served.body.data).toMatchObject({ published: true, video: { url: expect.any(String) } });
    await page.getByTestId('activity').getByText('published').first().waitFor();
  }, 120_000);

  it('shows a reviewer who may not approve no button to decide', async () => {
    const person = { email: `critic-${Date.now()}@example.com`, password: 'Looking1only' };
    await api.invite(person, ['videos.read', 'videos.comment']);
    const seen = await openPanel(browser, app.url, person);
    await seen.page.goto(address());
    await seen.page.getByLabel('Your comment').waitFor();
    for (const name of [/^Approve/, /^Reject/, /^Request/, /^Undo/, /^Make/, /^Publish/, /^Take/])
      expect(await seen.page.getByRole('button', { name }).count()).toBe(0);
    expect(await seen.page.getByTestId('activity').count()).toBe(0);
    await seen.page.getByLabel('Your comment').fill('I would not let this out');
    await seen.page.getByRole('button', { name: 'Add comment' }).click();
    await seen.page.getByTestId('comment').filter({ hasText: 'I would not let' }).waitFor();
    const rows = await inDatabase(
      app,
      `SELECT v.stage, c.text FROM reference_asset_videos v JOIN reference_asset_comments c ON c.video = v.document_id
       WHERE v.document_id = $1 AND v.published_at IS NULL ORDER BY c.id DESC LIMIT 1`,
      [id],
    );
    expect(rows).toEqual([{ stage: 'approved', text: 'I would not let this out' }]);
    expect(seen.problems).toEqual([]);
    await seen.page.context().close();
  }, 90_000);

  it('has no serious finding of axe in the dark and on a wide screen', async () => {
    const found: string[] = [];
    for (const theme of ['light', 'dark'] as const) {
      const seen = await openPanel(browser, app.url, account, theme);
      for (const width of [1280, 1920]) {
        await seen.page.setViewportSize({ width, height: 1080 });
        await seen.page.goto(address());
        await seen.page.getByTestId('timecode').waitFor();
        await seen.page.getByTestId('comment').first().waitFor();
        found.push(...(await seriousFindings(seen.page)));
        await picture(seen.page, `review-${theme}-${width}-published`);
      }
      await seen.page.context().close();
    }
    expect(found).toEqual([]);
  }, 180_000);
});
