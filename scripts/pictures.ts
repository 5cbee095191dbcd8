import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { messageOf } from '../src/plugins/reference-assets/shared/message-of';

const studio = '/admin/plugins/reference-assets';
const themes = ['light', 'dark'] as const;
const sizes = [
  { width: 1280, height: 900 },
  { width: 1920, height: 1080 },
];
/** Wide enough to be read, small enough to be kept. */
const keptWidth = 1120;
const settleMs = 2500;

const login = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/admin/auth/login`);
  await page.getByRole('textbox', { name: 'Email' }).fill(process.env.ADMIN_EMAIL ?? '');
  await page.locator('input[name=password]').fill(process.env.ADMIN_PASSWORD ?? '');
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
  // Strapi's own announcement stands above every page until it is put away, unless it has been already.
  const announcement = page.getByRole('button', { name: 'Close' }).first();
  await announcement.click({ timeout: 8000 }).catch(() => undefined);
};

/** The address of the first thing on a page whose link fits; undefined where there is none. */
const firstOn = async (page: Page, url: string, list: string, link: RegExp) => {
  await page.goto(`${url}${studio}/${list}`);
  await page.waitForTimeout(settleMs);
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  return links.find((one) => link.test(one));
};

/** Every page by name; a page that needs something shows the first there is. */
const pagesOf = async (page: Page, url: string): Promise<[name: string, address: string][]> => {
  const asset = (await firstOn(page, url, 'library', /asset=/))?.split('asset=')[1];
  const video = (state: string) =>
    firstOn(page, url, `videos?state=${state}`, /videos\/[a-z0-9]{20,}$/);
  const found: [string, string | undefined][] = [
    ['library', `${studio}/library`],
    ['search', `${studio}/library?q=shoe`],
    ['found-nothing', `${studio}/library?q=zeppelin`],
    ['asset-drawer', asset && `${studio}/library?asset=${asset}`],
    ['asset', asset && `${studio}/library/${asset}`],
    ['duplicates', `${studio}/library/duplicates`],
    ['videos', `${studio}/videos`],
    ['new', `${studio}/videos/new`],
    ['plan', await video('awaiting_plan')],
    ['board', await video('awaiting_storyboard')],
    ['review', await video('in_review')],
    ['for-you', `${studio}/mentions`],
    ['dashboard', `${studio}/dashboard`],
    ['settings', '/admin/settings/reference-assets/studio'],
    ['status', '/admin/settings/reference-assets/status'],
  ];
  return found.flatMap(([name, address]) => (address ? [[name, address]] : []));
};

const keep = async (page: Page, file: string): Promise<void> => {
  const picture = await page.screenshot();
  await sharp(picture).resize(keptWidth).webp({ quality: 62, effort: 6 }).toFile(file);
  console.log(file);
};

/** Whether the films on a page show their first picture and nothing is waited for; runs in the page. */
const showsAll = (): boolean =>
  Array.from(document.querySelectorAll('video')).every(({ readyState }) => readyState >= 2) &&
  Array.from(document.querySelectorAll('img')).every(
    ({ complete, loading }) => complete || loading === 'lazy',
  );

/** A page as it stands, and each of its tabs. */
const takeAll = async (page: Page, fileOf: (tab?: string) => string): Promise<void> => {
  await page.waitForTimeout(settleMs);
  await page.waitForFunction(showsAll);
  const tabs = page.getByRole('tab');
  const count = await tabs.count();
  if (count === 0) return keep(page, fileOf());
  for (let at = 0; at < count; at += 1) {
    await tabs.nth(at).click();
    await page.waitForTimeout(settleMs / 2);
    const name = (await tabs.nth(at).textContent()) ?? String(at);
    await keep(page, fileOf(name.toLowerCase().replace(/\W+/g, '-')));
  }
};

/**
 * `tsx scripts/pictures.ts --url http://localhost:1337 [--folder docs/pages] [--only NAME]`: pictures of every page of a running
 * application, in both themes and two widths. Signs in as ADMIN_EMAIL with ADMIN_PASSWORD, twice.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://localhost:1337' },
      folder: { type: 'string', default: 'docs/pages' },
      only: { type: 'string' },
    },
  });
  const { url, folder, only } = values;
  await mkdir(folder, { recursive: true });
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  // Chromium's sandbox needs rights that containers do not give.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  for (const theme of themes) {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    await context.addInitScript((name) => {
      localStorage.setItem('STRAPI_THEME', name);
      localStorage.setItem('STRAPI_GUIDED_TOUR_DISABLED', 'true');
    }, theme);
    const page = await context.newPage();
    await login(page, url);
    const pages = await pagesOf(page, url);
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const [name, address] of pages.filter(([one]) => !only || one === only)) {
        await page.goto(`${url}${address}`);
        if (name === 'board') {
          const heading = page.getByRole('heading', { name: 'Storyboard', exact: true });
          await heading.evaluate((element) => {
            // Below the head of the page, which stays where it is.
            element.style.scrollMarginTop = '10rem';
            element.scrollIntoView({ block: 'start' });
          });
        }
        await takeAll(page, (tab) =>
          path.join(
            folder,
            `${[name, tab, theme, size.width].filter((part) => part).join('-')}.webp`,
          ),
        );
      }
    }
    await context.close();
  }
  await browser.close();
};

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exit(1);
});
