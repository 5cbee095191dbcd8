import { readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const tiles = '[data-testid=asset-card]';

const built = path.join(__dirname, '../../src/plugins/reference-assets/dist/admin');

/** Whether a script came with the plugin: the host's build keeps the names of its parts. */
export const isOwnScript = (pathname: string): boolean =>
  readdirSync(built)
    .filter((file) => file.endsWith('.mjs') && file !== 'index.mjs')
    .some((file) => path.basename(pathname).startsWith(path.basename(file, '.mjs')));

/** Whether a script holds the plugin's texts in a language. */
export const isTexts = (pathname: string): boolean =>
  /^(en|de|fr|es)-/.test(path.basename(pathname));

/** Until no request has ended for half a second; the stream of events never does. */
export const untilQuiet = async (page: Page): Promise<void> => {
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    await page.waitForTimeout(500);
    now = await page.evaluate(() => performance.getEntriesByType('resource').length);
  }
};

/** Collects the scripts a page loads, with their sizes. Units: bytes after gzip. */
export const watchScripts = (page: Page): Map<string, Promise<number>> => {
  const scripts = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js')) return;
    scripts.set(
      pathname,
      response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      ),
    );
  });
  return scripts;
};

/** From the click on a link until the grid takes keys and every picture on the screen is drawn. Units: ms. */
export const untilUsable = async (page: Page, click: () => Promise<void>): Promise<number> => {
  const started = performance.now();
  await click();
  await page.waitForFunction(
    (selector) => {
      const pictures = Array.from(
        document.querySelectorAll<HTMLImageElement>(`${selector} img`),
      ).filter((picture) => {
        const { top, bottom } = picture.getBoundingClientRect();
        return bottom > 0 && top < window.innerHeight;
      });
      return (
        pictures.length > 0 &&
        pictures.every(({ complete, naturalWidth }) => complete && naturalWidth > 0)
      );
    },
    tiles,
    { polling: 'raf' },
  );
  return performance.now() - started;
};

/**
 * From the last key of some words until what was found is on the screen. Units: ms.
 * The page itself takes the time, so that no way between processes counts.
 */
export const untilFound = async (page: Page, words: string): Promise<number> => {
  const box = page.locator('input[name=q]');
  await box.focus();
  await page.keyboard.press('Control+A');
  for (const letter of words.slice(0, -1)) await page.keyboard.type(letter, { delay: 60 });
  await page.evaluate(() => {
    addEventListener('input', () => Object.assign(window, { lastKeyAt: performance.now() }), {
      once: true,
      capture: true,
    });
    Object.assign(window, { lastKeyAt: null });
  });
  const found = page.waitForFunction(
    ([selector, wanted]) => {
      const { lastKeyAt } = window as unknown as { lastKeyAt: number | null };
      const first = document.querySelector(selector)?.textContent?.toLowerCase() ?? '';
      const isAsked = new URLSearchParams(location.search).get('q') === wanted;
      const fits = wanted.split(' ').every((word) => first.includes(word));
      return lastKeyAt !== null && isAsked && fits ? performance.now() - lastKeyAt : false;
    },
    [tiles, words],
    { polling: 'raf' },
  );
  await page.keyboard.type(words.slice(-1));
  return (await (await found).jsonValue()) as number;
};

/** The longest task while the whole library is scrolled through, and how many pictures were on the way. Units: ms. */
export const longestTask = async (page: Page, steps: number): Promise<number> => {
  await page.evaluate(() => {
    const longest = { ms: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ type: 'longtask' });
    Object.assign(window, { longest });
  });
  await page.mouse.move(700, 600);
  for (let step = 0; step < steps; step += 1) {
    await page.mouse.wheel(0, step % 10 === 9 ? 20_000 : 700);
    await page.waitForTimeout(50);
  }
  await page.waitForTimeout(500);
  return page.evaluate(() => (window as unknown as { longest: { ms: number } }).longest.ms);
};
