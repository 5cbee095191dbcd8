import type { Locator, Page } from 'playwright-core';

/** More stops than any page has: whoever has not come by then never will. */
const mostStops = 400;

/** Hands that know the keyboard only. */
export const createKeys = (page: Page) => {
  const isFocused = (target: Locator) =>
    target.evaluate((element) => element === document.activeElement);

  /** Goes on with the Tab key until it stands on something; fails when it is never reached. */
  const tabTo = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await isFocused(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no key leads to ${String(target)}`);
  };
  return {
    tabTo,

    /** Goes to a button or a link and presses it. */
    async press(target: Locator): Promise<void> {
      await tabTo(target);
      await page.keyboard.press('Enter');
    },

    /** Goes to a field and writes over what it holds. */
    async write(target: Locator, text: string): Promise<void> {
      await tabTo(target);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
  };
};

/** Shorter than a picture on the screen, in milliseconds: nobody sees it move. */
const UNSEEN_MS = 16;

/**
 * What moves on the page at this moment, for people who asked for as little as possible of that. A loader that is
 * stilled still runs for its one millisecond, which a look at the wrong moment meets.
 */
export const movements = (page: Page): Promise<string[]> =>
  page.evaluate(
    (unseen) =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > unseen)
        .map(({ effect }) => {
          const moved = effect instanceof KeyframeEffect ? effect.target : null;
          return moved?.outerHTML.slice(0, 200) ?? 'something without an element';
        }),
    UNSEEN_MS,
  );
