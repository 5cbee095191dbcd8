import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { adminToken, apiToken, send } from '../app/client';
import { bring } from '../app/library';
import { sharedApp } from '../app/shared-app';
import { admin as account } from '../app/start-app';
import { chromiumPath, launch, openPanel, seriousFindings } from './browser';

const campaigns = 'api::campaign.campaign';
/** Where to put pictures of the pages; unset: none are taken. */
const pictures = process.env.SCREENSHOT_DIR;

const describeInBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath) console.warn('No Chromium here (CHROMIUM_PATH): the asset field is not tested.');

describeInBrowser('reference assets in entries of the content manager', () => {
  const app = sharedApp();
  let browser: Browser;
  let page: Page;
  let problems: string[] = [];
  let token: string;

  const picture = async (name: string) => {
    if (pictures)
      await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };
  const field = (name: string) => page.getByRole('group', { name, exact: true });
  const choose = async (name: string, button: string, search: string, asset: string) => {
    await field(name).getByRole('button', { name: button }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').or(dialog.getByRole('textbox')).first().fill(search);
    await dialog.getByRole('button', { name: asset }).first().click();
    return dialog;
  };

  beforeAll(async () => {
    [token, browser] = await Promise.all([apiToken(app), launch()]);
    const teapot = { name: 'Tangerine teapot', color: '#d35400', kind: 'disc' } as const;
    const hammock = { name: 'Indigo hammock', color: '#34208a', kind: 'disc' } as const;
    for (const one of [teapot, hammock]) await bring(app, token, one);
    ({ page, problems } = await openPanel(browser, app.url, account));
    await page.goto(`${app.url}/admin/content-manager/collection-types/${campaigns}/create`);
    await page.getByRole('textbox', { name: /^name/i }).fill('Tea outdoors');
  }, 120_000);
  afterAll(() => browser?.close());
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  it('suggests assets for what the entry says, before it is saved', async () => {
    await page
      .getByRole('textbox', { name: /^brief/i })
      .fill('A slow afternoon: our teapot is poured beside the garden pond.');
    const suggestion = page.getByTestId('asset-suggestion').filter({ hasText: 'Tangerine teapot' });
    await suggestion.waitFor();
    expect(await suggestion.textContent()).toContain('teapot');
    expect(
      await page.getByTestId('asset-suggestion').filter({ hasText: 'Indigo hammock' }).count(),
    ).toBe(0);
    await picture('content-manager-suggestions');
  }, 60_000);

  it('takes one asset or several, found by the library’s search', async () => {
    await choose('keyVisual', 'Choose from the library', 'teapot', 'Tangerine teapot');
    await field('keyVisual').getByText('Tangerine teapot', { exact: true }).waitFor();
    const dialog = await choose('moodBoard', 'Choose from the library', 'hammok', 'Indigo hammock');
    await picture('content-manager-picker');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await field('moodBoard').getByText('Indigo hammock', { exact: true }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await picture('content-manager-fields');
  }, 60_000);

  it('keeps the choice with the entry', async () => {
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL((address) => !address.pathname.endsWith('/create'));
    const { body } = await send(
      app,
      'GET',
      `/content-manager/collection-types/${campaigns}?_q=Tea+outdoors`,
      { token: await adminToken(app) },
    );
    const [campaign] = body.results;
    const ids = async (q: string) =>
      (await send(app, 'GET', `/api/reference-assets/search?q=${q}`, { token })).body.data.map(
        ({ asset }: { asset: { documentId: string } }) => asset.documentId,
      );
    expect(campaign.keyVisual).toBe((await ids('tangerine+teapot'))[0]);
    expect(campaign.moodBoard).toEqual([(await ids('indigo+hammock'))[0]]);
    await page.reload();
    await field('keyVisual').getByText('Tangerine teapot', { exact: true }).waitFor();
    await field('keyVisual').getByRole('button', { name: 'Leave out Tangerine teapot' }).click();
    await field('keyVisual').getByText('Nothing chosen.', { exact: true }).waitFor();
  }, 60_000);
});
