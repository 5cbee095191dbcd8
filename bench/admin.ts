import path from 'node:path';
import type { Page } from 'playwright-core';
import { chromiumPath, launch, openPanel } from '../tests/admin/browser';
import { runVariable } from '../tests/app/shared-app';
import { admin, newHome, removeHome, startApp, type App } from '../tests/app/start-app';
import { fillLibrary } from './admin/fill';
import {
  isOwnScript,
  isTexts,
  longestTask,
  untilFound,
  untilQuiet,
  untilUsable,
  watchScripts,
} from './admin/measure';
import { p95, printLine } from './search/figures';

const size = Number(process.env.BENCH_ASSETS ?? 10_000);
const limits = { usableMs: 1500, foundMs: 300, taskMs: 200, chunksKb: 350, elsewhereKb: 20 };
const studio = '/admin/plugins/reference-assets';
const things = ['kettle', 'bottle', 'lamp', 'mug', 'chair', 'clock', 'bag', 'shoe'];
/** Enough of them that one that met with something else does not decide. */
const searches = ['red', 'purple', ''].flatMap((hue) =>
  things.map((thing) => `${hue} ${thing}`.trim()),
);

const print = (name: string, value: number, unit: string, reference: number) =>
  printLine(
    { case: `${name}, ${size} assets`, value, unit, reference, ratio: value / reference, limit: 1 },
    'admin',
  );

const ownPages = [
  ...['library', 'library/duplicates', 'videos', 'videos/new', 'dashboard', 'mentions'].map(
    (page) => `${studio}/${page}`,
  ),
  '/admin/settings/reference-assets/studio',
  '/admin/settings/reference-assets/status',
];
const otherPages = [
  '/admin',
  '/admin/content-manager/collection-types/api::campaign.campaign',
  '/admin/plugins/upload',
  '/admin/settings/application-infos',
];

/**
 * What the plugin's scripts weigh, and what of them pages of others load. The texts of a plugin are loaded by Strapi when the
 * panel starts, in every language it offers: they count in the whole alone. Units: kB after gzip.
 */
const ownScriptsKb = async (page: Page, app: App) => {
  const scripts = watchScripts(page);
  const visit = async (paths: string[], withTexts: boolean) => {
    for (const one of paths) {
      await page.goto(`${app.url}${one}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await untilQuiet(page);
    }
    const sizes = [...scripts]
      .filter(([name]) => isOwnScript(name) && (withTexts || !isTexts(name)))
      .map(([, bytes]) => bytes);
    return (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0) / 1000;
  };
  return {
    elsewhere: await visit(otherPages, false),
    all: await visit([...otherPages, ...ownPages], true),
  };
};

const measure = async (app: App): Promise<void> => {
  const browser = await launch();
  try {
    const { page } = await openPanel(browser, app.url, admin);
    const usable: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await page.goto(`${app.url}${studio}/videos`);
      const link = page.getByRole('link', { name: 'Library', exact: true });
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
    const { elsewhere, all } = await ownScriptsKb(page, app);
    print('scripts of all its pages, gzip', all, 'kB', limits.chunksKb);
    print('scripts but texts on pages of others, gzip', elsewhere, 'kB', limits.elsewhereKb);
  } finally {
    await browser.close();
  }
};

/** The library of the admin panel in a real browser, against the bars it has to stay below. */
export const run = async (): Promise<void> => {
  if (!chromiumPath) throw new Error('no Chromium here: set CHROMIUM_PATH');
  const home = await newHome();
  // Where the login is kept, beside everything else of this application.
  process.env[runVariable] = path.join(home, 'run.json');
  let app = await startApp({ home });
  try {
    await fillLibrary(app, size);
    // A process that finds the library as it is, not one in which it grew.
    await app.stop();
    app = await startApp({ home });
    await measure(app);
  } finally {
    await app.stop();
    await removeHome(home);
  }
};
