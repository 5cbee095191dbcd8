import type { Browser, Page } from 'playwright-core';
import type { ReviewComment } from '../../src/plugins/reference-assets/shared/contracts/reviews';
import { defaultRoles } from '../../src/plugins/reference-assets/server/src/default-roles';
import { apiToken } from '../app/client';
import { inDatabase } from '../app/database';
import { sharedApp } from '../app/shared-app';
import { admin as account } from '../app/start-app';
import { orderVideo, videoIn } from '../app/videos';
import { createAdminApi } from './admin-api';
import { chromiumPath, launch, openPanel, seriousFindings } from './browser';

const where = '/admin/plugins/reference-assets';
const planningMs = 120_000;

const describeInBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath) console.warn('No Chromium here (CHROMIUM_PATH): people do not work together.');

describeInBrowser('people who work on one video', () => {
  const app = sharedApp();
  const surname = `Reviewer${Date.now()}`;
  const reviewer = { email: `reviewer-${Date.now()}@example.com`, password: 'Looking1only' };
  let api: Awaited<ReturnType<typeof createAdminApi>>;
  let browser: Browser;
  let mine: Page;
  let theirs: Page;
  const problems: string[][] = [];
  let id = '';

  const names = async () =>
    (
      await inDatabase(
        app,
        `SELECT name FROM reference_asset_beats WHERE video = $1 ORDER BY "order"`,
        [id],
      )
    ).map(({ name }) => name);
  const open = async (person: typeof account) => {
    const opened = await openPanel(browser, app.url, person);
    problems.push(opened.problems);
    await opened.page.goto(`${app.url}${where}/videos/${id}`);
    return opened.page;
  };
  const nameField = (page: Page) =>
    page.getByTestId('plan-editor').getByRole('textbox', { name: /^Name/ });
  const save = async (page: Page) => {
    await page.getByRole('button', { name: 'Save plan' }).click();
    await page.getByText('The plan is saved').waitFor();
  };

  beforeAll(async () => {
    const [token, panel, started] = await Promise.all([
      apiToken(app),
      createAdminApi(app),
      launch(),
    ]);
    [api, browser] = [panel, started];
    const { body } = await orderVideo(app, token, {
      prompt: 'A calm tea house in the morning',
      durationSeconds: 5,
      stopAfter: 'plan',
    });
    id = body.data.documentId;
    await videoIn(app, token, id, ['awaiting_plan']);
    await api.invite(reviewer, [...defaultRoles.reviewer.may], surname);
    mine = await open(account);
    theirs = await open(account);
  }, planningMs);
  afterAll(() => browser?.close());
  afterEach(() => expect(problems.flat()).toEqual([]));

  it('learn that somebody else was faster, and lose nothing of what they wrote', async () => {
    await nameField(theirs).fill('Their opening');
    await nameField(mine).fill('My opening');
    await save(theirs);
    expect((await names())[0]).toBe('Their opening');
    await mine.getByText('Somebody else changed this plan').waitFor();
    expect(await nameField(mine).inputValue()).toBe('My opening');
    expect(await mine.getByRole('button', { name: 'Save plan' }).isDisabled()).toBe(true);
    expect(await seriousFindings(mine)).toEqual([]);
    await mine.getByRole('button', { name: 'Go on with mine' }).click();
    await save(mine);
    expect((await names())[0]).toBe('My opening');
    await theirs.context().close();
  }, 90_000);

  it('who are mentioned find it in the panel, and may do what their role may and no more', async () => {
    await mine.reload();
    await mine.getByLabel('Your comment').fill('Is the pace right?');
    await mine.getByRole('combobox', { name: 'Ask to look' }).click();
    await mine.getByRole('option', { name: `Test ${surname}` }).click();
    await mine.keyboard.press('Escape');
    await mine.getByRole('button', { name: 'Add comment' }).click();
    await mine.getByTestId('comment').filter({ hasText: 'Is the pace right?' }).waitFor();
    const page = await open(reviewer);
    await page.getByRole('link', { name: 'For you (1 new)' }).click();
    await page.getByTestId('mention').filter({ hasText: 'Is the pace right?' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'A calm tea house in the morning' }).click();
    await page.getByLabel('Your comment').waitFor();
    for (const name of [/^Save plan/, /^Draw/, /^Swap/, /^Cancel video/, /^Publish/])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Dashboard' }).count()).toBe(0);
    const rows = await inDatabase(
      app,
      `SELECT s.comment_id = (SELECT max(id) FROM reference_asset_comments WHERE video = $1) AS seen
       FROM reference_asset_mentions_seen s JOIN admin_users u ON u.id = s.person WHERE u.email = $2`,
      [id, reviewer.email],
    );
    expect(rows).toEqual([{ seen: true }]);
    await page.context().close();
  }, 90_000);

  it('are signed out in the middle of a sentence, sign in again, and go on where they were', async () => {
    const said = 'The second beat could begin on the steam of the cup';
    const comment = mine.getByLabel('Your comment');
    await nameField(mine).fill('Steam');
    await comment.fill(said);
    const reply = mine.getByTestId('comment').first().getByLabel('Your reply');
    await reply.fill('It is not');
    // The session is over: neither the token nor the cookie that would renew it is good for anything.
    await mine.context().clearCookies();
    await mine.route(`${app.url}/reference-assets/**`, (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer over' } }),
    );
    await mine.getByRole('button', { name: 'Add comment' }).click();
    await mine.waitForURL(/auth\/login/);
    await mine.unrouteAll();
    await mine.getByRole('textbox', { name: 'Email' }).fill(account.email);
    await mine.locator('input[name=password]').fill(account.password);
    await mine.getByRole('button', { name: 'Login' }).click();
    await mine.waitForURL((address) => !address.pathname.includes('/auth/'));
    await mine.goto(`${app.url}${where}/videos/${id}`);
    await comment.waitFor();
    expect(await comment.inputValue()).toBe(said);
    expect(await reply.inputValue()).toBe('It is not');
    expect(await nameField(mine).inputValue()).toBe('Steam');
    await mine.getByRole('button', { name: 'Add comment' }).click();
    await mine.getByTestId('comment').filter({ hasText: said }).waitFor();
    await save(mine);
    expect((await names())[0]).toBe('Steam');
    const told = await api.get<ReviewComment[]>(`/reference-assets/videos/${id}/comments`);
    expect(told.map(({ text }) => text)).toEqual(['Is the pace right?', said]);
  }, 120_000);
});
