import type { Browser, Page } from 'playwright-core';
import type { Delivery } from '../../src/plugins/reference-assets/shared/contracts/notices';
import type { StudioSettings } from '../../src/plugins/reference-assets/shared/contracts/settings';
import { adminToken, send } from '../app/client';
import { startPostOffice } from '../app/post-office';
import { startReceiver, type Receiver } from '../app/receiver';
import { sharedApp, testRun } from '../app/shared-app';
import { admin as account } from '../app/start-app';
import { createAdminApi } from './admin-api';
import { chromiumPath, launch, openPanel, seriousFindings } from './browser';

const describeInBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath) console.warn('No Chromium here (CHROMIUM_PATH): the settings are not tested.');

describeInBrowser('what administrators decide for everybody', () => {
  const app = sharedApp();
  let browser: Browser;
  let page: Page;
  let problems: string[] = [];
  let receiver: Receiver;
  let before: StudioSettings;

  const ask = async (method: string, path: string, json?: unknown) =>
    (await send(app, method, path, { token: await adminToken(app), json })).body.data;
  const settings = () => ask('GET', '/reference-assets/settings') as Promise<StudioSettings>;
  const open = async (tab: string) => {
    await page.goto(`${app.url}/admin/settings/reference-assets/studio`);
    await page.getByRole('tab', { name: tab }).click();
  };
  const save = async () => {
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
  };

  beforeAll(async () => {
    [receiver, before] = await Promise.all([startReceiver(), settings()]);
    browser = await launch();
    ({ page, problems } = await openPanel(browser, app.url, account));
  }, 60_000);
  afterEach(() => expect(problems).toEqual([]));
  afterAll(async () => {
    await ask('PUT', '/reference-assets/settings', before);
    await browser?.close();
    await receiver?.close();
  });

  it('are the rules of rights, with countries by their names', async () => {
    await open('Rights rules');
    await page.getByRole('checkbox', { name: /^People must have agreed/ }).click();
    await page.getByRole('combobox', { name: /^Countries/ }).click();
    await page.keyboard.type('Germ');
    await page.getByRole('option', { name: 'Germany' }).click();
    await page.getByRole('button', { name: 'Remove Germany' }).waitFor();
    await page.getByLabel(/^Point out a licence/).fill('45');
    expect(await seriousFindings(page)).toEqual([]);
    await save();
    expect((await settings()).rights).toEqual({
      ...{ requireLicence: false, requireConsent: true, territories: ['DE'], warnDays: 45 },
    });
  }, 60_000);

  it('is who hears of what, tried out at once and seen among the deliveries', async () => {
    await open('Notifications');
    await page.getByText('Letters are sent by nodemailer.').waitFor();
    const post = await startPostOffice(testRun().mailPort);
    await page.getByRole('button', { name: 'Send me a test' }).click();
    await page.getByText('A test is on its way to your address').first().waitFor();
    await post.close();
    expect(post.letters).toMatchObject([{ subject: 'Test of notifications' }]);
    await page.getByRole('checkbox', { name: /^In the panel: A video fails/ }).click();
    await page.getByRole('button', { name: 'Add an endpoint' }).click();
    await page.getByLabel('Address').fill(receiver.url);
    expect(await page.getByRole('button', { name: /^Send a test/ }).count()).toBe(0);
    await save();
    await page.getByRole('button', { name: 'Send a test to endpoint 1' }).click();
    await page.getByRole('status').getByText('Delivered', { exact: true }).waitFor();
    expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(['webhook.test']);
    const { notifications } = await settings();
    expect(notifications).toMatchObject({
      panel: ['review', 'decision', 'budget'],
      webhooks: [{ url: receiver.url, events: ['video.in_review'], enabled: true }],
    });
    const kept = (await ask('GET', '/reference-assets/notifications/deliveries')) as Delivery[];
    expect(kept[0]).toMatchObject({ event: 'webhook.test', state: 'delivered', status: 204 });
    expect(await seriousFindings(page)).toEqual([]);
  }, 60_000);

  it('are the budgets alone for whoever looks after the money, who meets no link that refuses them', async () => {
    const treasurer = { email: `treasurer-${Date.now()}@example.com`, password: account.password };
    const rights = ['videos.read', 'money.read', 'money.manage', 'dashboard.read'];
    await (await createAdminApi(app)).invite(treasurer, rights);
    const theirs = await openPanel(browser, app.url, treasurer);
    await theirs.page.goto(`${app.url}/admin/settings/reference-assets/studio`);
    await theirs.page.getByRole('tab', { name: 'Budgets' }).waitFor();
    expect(await theirs.page.getByRole('tab').count()).toBe(1);
    await theirs.page.getByRole('region', { name: 'Whole installation' }).waitFor();
    await theirs.page.goto(`${app.url}/admin/plugins/reference-assets/dashboard`);
    await theirs.page.getByTestId('key-figures').waitFor();
    const addresses = await theirs.page
      .getByRole('main')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((one) => !one.includes('/reference-assets/videos'))).toEqual([]);
    expect(theirs.problems).toEqual([]);
    await theirs.page.context().close();
  }, 90_000);

  it('is the typeface of words on videos', async () => {
    await open('Brand kit');
    await page.getByRole('combobox', { name: 'Typeface of headlines' }).click();
    await page.getByRole('option', { name: 'Source Serif 4' }).click();
    await save();
    expect((await settings()).brandKit.typefaces).toEqual(['Source Serif 4', 'Inter']);
  }, 60_000);
});
