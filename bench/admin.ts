import type { Page } from 'playwright-core';
import { chromiumPath, launch, openPanel } from '../tests/admin/browser';
import { admin, newHome, removeHome, startApp, type App } from '../tests/app/start-app';
import { fillLibrary } from './admin/fill';
import { longestTask, untilFound, untilUsable, watchScripts } from './admin/measure';
import { p95, printLine } from './search/figures';

const size = Number(process.env.BENCH_ASSETS ?? 10_000);
const limits = { usableMs: 1500, foundMs: 300, taskMs: 200, chunksKb: 350 };
const studio = '/admin/plugins/reference-assets';
const searches = ['kettle', 'blue bottle', 'lamp', 'red mug', 'green chair', 'clock', 'purple bag'];

const print = (name: string, value: number, unit: string, reference: number) =>
  printLine(
    { case: `${name}, ${size} assets`, value, unit, reference, ratio: value / reference, limit: 1 },
    'admin',
  );

/** Opens every page of the plugin, and sums up the scripts that came with them. Units: kB after gzip. */
const chunksKb = async (page: Page, app: App): Promise<number> => {
  const scripts = watchScripts(page);
  await page.goto(`${app.url}/admin`);
  await page.waitForLoadState('networkidle');
  const before = new Set(scripts.keys());
  for (const path of ['library', 'videos', 'videos/new', 'dashboard']) {
    await page.goto(`${app.url}${studio}/${path}`);
    await page.waitForLoadState('networkidle');
  }
  await page.goto(`${app.url}/admin/settings/reference-assets/studio`);
  await page.waitForLoadState('networkidle');
  const own = [...scripts].filter(([path]) => !before.has(path));
  const sizes = await Promise.all(own.map(([, bytes]) => bytes));
  return sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000;
};

const measure = async (app: App): Promise<void> => {
  const browser = await launch();
  try {
    const { page } = await openPanel(browser, app.url, admin);
    const usable: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await page.goto(`${app.url}${studio}/videos`);
      const link = page.getByRole('link', { name: 'Library' }).first();
      await link.waitFor();
      usable.push(await untilUsable(page, () => link.click()));
    }
    print('grid usable after navigation, slowest of 3', Math.max(...usable), 'ms', limits.usableMs);
    const found: number[] = [];
    for (const one of searches) found.push(await untilFound(page, one));
    print('results after the last key, p95', p95(found), 'ms', limits.foundMs);
    await page.goto(`${app.url}${studio}/library`);
    await untilUsable(page, async () => undefined);
    print('longest task while scrolling', await longestTask(page, 150), 'ms', limits.taskMs);
    print('scripts of all its pages, gzip', await chunksKb(page, app), 'kB', limits.chunksKb);
  } finally {
    await browser.close();
  }
};

/** The library of the admin panel in a real browser, against the bars it has to stay below. */
export const run = async (): Promise<void> => {
  if (!chromiumPath) throw new Error('no Chromium here: set CHROMIUM_PATH');
  const home = await newHome();
  const app = await startApp({ home });
  try {
    await fillLibrary(app, size);
    await measure(app);
  } finally {
    await app.stop();
    await removeHome(home);
  }
};
