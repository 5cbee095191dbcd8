import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import type { StudioSettings } from '../../src/plugins/reference-assets/shared/contracts/settings';
import { until } from '../app/client';
import { inDatabase } from '../app/database';
import { sharedApp } from '../app/shared-app';
import { admin as account } from '../app/start-app';
import { createAdminApi } from './admin-api';
import { chromiumPath, launch, openPanel, seriousFindings } from './browser';

const where = '/admin/plugins/reference-assets/library';
/** The library is shared with other tests: what this one brings bears its mark. */
const mark = `Shelf${Date.now().toString(36)}`;
const colors = ['#c02030', '#2040c0', '#20a040'];
/** Numbers at the end of a file's name are taken for a camera's counter and left out of the asset's. */
const kinds = ['oval', 'round', 'square'];
const nameOf = (index: number) => `${mark} tin ${kinds[index]}`;

const picture = async (index: number) => ({
  name: `${nameOf(index)}.png`,
  mimeType: 'image/png',
  buffer: await sharp({
    create: { width: 320, height: 240 + index, channels: 3, background: colors[index] },
  })
    .png()
    .toBuffer(),
});

const describeInBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath) console.warn('No Chromium here (CHROMIUM_PATH): the library is not tested.');

describeInBrowser('work in the library', () => {
  const app = sharedApp();
  let api: Awaited<ReturnType<typeof createAdminApi>>;
  let browser: Browser;
  let page: Page;
  let problems: string[] = [];

  const card = (name: string) => page.getByTestId('asset-card').filter({ hasText: name });
  const bar = () => page.getByTestId('selection-bar');
  // The newest, as the library that the tests share may hold more than a page of others.
  const marked = async () =>
    (await api.get<Asset[]>('/reference-assets/assets?pageSize=100')).filter((asset) =>
      asset.name.startsWith(mark),
    );
  const search = async (words: string) => {
    await page.keyboard.press('/');
    await page.keyboard.type(words);
  };

  beforeAll(async () => {
    api = await createAdminApi(app);
    browser = await launch();
    ({ page, problems } = await openPanel(browser, app.url, account));
    await page.goto(`${app.url}${where}`);
    const pictures = await Promise.all(colors.map((_color, index) => picture(index)));
    await page.getByTestId('upload-input').setInputFiles(pictures);
    const tray = page.getByRole('region', { name: 'Uploads' });
    await tray.getByText('3 of 3 uploaded').waitFor();
    for (const _color of colors) await tray.getByText('Analysed').nth(2).waitFor();
    await tray.getByRole('button', { name: 'Close' }).click();
  }, 120_000);
  afterAll(() => browser?.close());
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  it('finds as one types, tells why, and keeps the search under a name', async () => {
    await search(`${mark} tin`);
    await page.getByText('3 assets').waitFor();
    await card(nameOf(0))
      .getByText(/name has/)
      .waitFor();
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByLabel('Name of this search').fill(mark);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The search is saved.').waitFor();
    await page.goto(`${app.url}${where}`);
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('button', { name: mark, exact: true }).click();
    await page.getByText('3 assets').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe(`${mark} tin`);
  }, 60_000);

  it('chooses by keys, changes what is chosen at once, and takes it back', async () => {
    await page.goto(`${app.url}${where}?q=${mark}+tin`);
    await card(nameOf(0)).waitFor();
    const before = await marked();
    await page.getByTestId('asset-card').first().getByRole('link').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+End');
    await bar().getByText('3 chosen').waitFor();
    await bar().getByRole('button', { name: 'Style words' }).click();
    await page.getByLabel('Add', { exact: true }).fill('spring, sale');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByTestId('undo').getByText('3 assets changed.').waitFor();
    for (const asset of await marked())
      expect(asset).toMatchObject({ humanFields: ['styleTags'], styleTags: expect.arrayContaining(['spring', 'sale']) }); // prettier-ignore
    await page.keyboard.press('Control+z');
    await page.getByText('3 assets are as before.').waitFor();
    const tags = (assets: Asset[]) => assets.map(({ styleTags }) => styleTags);
    const after = await marked();
    expect(tags(after)).toEqual(tags(before));
    expect(after.flatMap(({ humanFields }) => humanFields)).toEqual([]);
    await page.keyboard.press('Escape');
    await bar().waitFor({ state: 'detached' });
  }, 60_000);

  it('notes rights with their countries, and begins with what is noted', async () => {
    await page.goto(`${app.url}${where}?q=${mark}+tin`);
    await card(nameOf(0)).waitFor();
    const of = card(nameOf(0)).getByRole('button', { name: /^Choose/ });
    await of.click({ force: true });
    const open = () => bar().getByRole('button', { name: 'Rights' }).click();
    await open();
    await page.getByLabel('Licence').fill('Agency');
    await page.getByRole('combobox', { name: /^Countries/ }).click();
    await page.keyboard.type('Germ');
    await page.getByRole('option', { name: 'Germany' }).click();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByTestId('undo').getByText('One asset changed.').waitFor();
    await open();
    await page.getByRole('button', { name: 'Remove Germany' }).waitFor();
    await page.getByLabel('Licence').fill('Agency 2026');
    await page.getByRole('button', { name: 'Apply' }).click();
    const rightsOf = async () => (await marked()).flatMap(({ rights }) => rights ?? []);
    const expected = [{ licence: 'Agency 2026', territories: ['DE'] }];
    for (let tries = 0; tries < 50 && (await rightsOf())[0]?.licence !== 'Agency 2026'; tries += 1)
      await page.waitForTimeout(100);
    expect(await rightsOf()).toEqual(expected);
    await page.keyboard.press('Escape');
  }, 60_000);

  it('says what uses the chosen ones before they are deleted, and brings them back', async () => {
    const [{ documentId }] = await marked();
    await api.post('/content-manager/collection-types/api::campaign.campaign', {
      name: mark,
      assets: { connect: [{ documentId }], disconnect: [] },
    });
    await page.goto(`${app.url}${where}?q=${mark}+tin`);
    await page.getByTestId('asset-card').first().getByRole('link').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+End');
    await bar().getByRole('button', { name: 'Delete' }).click();
    const question = page.getByRole('alertdialog');
    await question
      .getByText(/Delete 3 assets\?.*One of them is used by videos or entries/)
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await marked()).toHaveLength(3);
    await bar().getByRole('button', { name: 'Delete' }).click();
    await question.getByRole('button', { name: 'Confirm' }).click();
    await page.getByTestId('undo').getByText('3 assets were deleted.').waitFor();
    expect(await marked()).toEqual([]);
    await page.keyboard.press('Control+z');
    await page.getByText('3 assets are back.').waitFor();
    expect(await marked()).toHaveLength(3);
  }, 60_000);

  it('searches by a colour and by a picture that is dropped', async () => {
    await page.goto(`${app.url}${where}?color=2040c0`);
    await card(nameOf(1)).waitFor();
    await page.goto(`${app.url}${where}`);
    await page.getByTestId('asset-card').first().waitFor();
    const bytes = await picture(0);
    const transfer = await page.evaluateHandle((base64) => {
      const data = new DataTransfer();
      const array = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([array], 'query.png', { type: 'image/png' }));
      return data;
    }, bytes.buffer.toString('base64'));
    const at = { clientX: 1200, clientY: 400, dataTransfer: transfer };
    await page.dispatchEvent('body', 'dragenter', at);
    await page.getByText('Let go to search by this picture').waitFor();
    await page.dispatchEvent('body', 'drop', at);
    await page.waitForURL(/picture=/);
    await page.getByRole('button', { name: 'Remove filter query.png' }).waitFor();
    await card(nameOf(0)).waitFor();
  }, 60_000);

  it('tells on its page what happened to an asset, and walks on by keys', async () => {
    await page.goto(`${app.url}${where}?q=${mark}+tin`);
    await page.getByTestId('asset-card').first().getByRole('link').click();
    const drawer = page.getByRole('dialog');
    const first = await drawer.getByRole('heading').first().textContent();
    await page.keyboard.press('j');
    await page.waitForFunction(
      (name) => document.querySelector('[role=dialog] h2')?.textContent !== name,
      first,
    );
    await drawer.getByRole('link', { name: 'Open as a page' }).click();
    await page.waitForURL(/library\/[a-z0-9]+$/);
    const history = page.getByTestId('asset-history');
    await history.getByText('undid an edit (Style)').waitFor();
    await history.getByText('uploaded it').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  }, 60_000);

  it('takes up what was in the Media Library before, with the price first', async () => {
    const [{ documentId, file }] = await marked();
    const before = `UPDATE files SET created_at = '2001-01-01' WHERE id = $1`;
    await inDatabase(app, before, [file?.id]);
    await inDatabase(app, 'DELETE FROM reference_assets WHERE document_id = $1', [documentId]);
    await inDatabase(app, 'DELETE FROM reference_asset_file_checks WHERE file_id = $1', [file?.id]);
    await page.goto(`${app.url}${where}`);
    await page.getByRole('button', { name: 'From the Media Library' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText(/Price: Free/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await question.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Pictures are being taken up in the background.').waitFor();
    await until(marked, (assets) => assets.length === colors.length);
  }, 60_000);

  it('checks the library when told to, and says where it is up to', async () => {
    await page.goto(`${app.url}/admin/settings/reference-assets/status`);
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/The check has begun/).waitFor();
  }, 60_000);

  it('keeps the brand kit of the settings', async () => {
    await page.goto(`${app.url}/admin/settings/reference-assets/studio`);
    await page.getByLabel('Tone').fill('Calm and plain');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const { brandKit } = await api.get<StudioSettings>('/reference-assets/settings');
    expect(brandKit.tone).toBe('Calm and plain');
    for (const tab of [
      'Rights rules',
      'Providers',
      'Tiers and models',
      'Budgets',
      'Vocabulary',
      'Notifications',
    ]) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel', { name: tab }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    }
  }, 60_000);
});
