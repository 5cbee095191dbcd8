import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { inDatabase } from '../app/database';
import { sharedApp } from '../app/shared-app';
import { admin as account } from '../app/start-app';
import { chromiumPath, launch, openPanel, seriousFindings } from './browser';

/** The library is shared with other tests: what this one brings bears its mark. */
const mark = `Drag${Date.now().toString(36)}`;
const size = 40;
/** Forty pictures on two busy cores. */
const analysisMs = 180_000;

/** Numbers that look thrown at random and are the same in every run. */
const scattered = (seed: number) => {
  let state = seed + 1;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
};

/** A picture unlike any other of these: boxes strewn over a ground. */
const drawn = (seed: number) => {
  const pick = scattered((Date.now() % 1_000_000_007) + seed * 7919);
  const boxes = Array.from(
    { length: 7 },
    () =>
      `<rect x="${pick(200)}" y="${pick(140)}" width="${20 + pick(70)}" height="${20 + pick(70)}" fill="hsl(${pick(360)},70%,${25 + pick(50)}%)"/>`,
  );
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="180"><rect width="240" height="180" fill="#f6f1e8"/>${boxes.join('')}</svg>`,
    ),
  );
};

/** What a person has in a folder: thirty-eight pictures, one of them saved again and one copied under another name. */
const folder = async (): Promise<{ name: string; base64: string; type: string }[]> => {
  const originals = await Promise.all(
    Array.from({ length: size - 2 }, (_, index) => drawn(index).png().toBuffer()),
  );
  const file = (name: string, bytes: Buffer, type = 'image/png') => ({
    ...{ name: `${mark} ${name}`, base64: bytes.toString('base64'), type },
  });
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return [
    ...originals.map((bytes, index) =>
      file(`scene ${letters[Math.floor(index / 26)]}${letters[index % 26]}.png`, bytes),
    ),
    file(
      'saved again.jpg',
      await sharp(originals[3]).jpeg({ quality: 82 }).toBuffer(),
      'image/jpeg',
    ),
    file('copied.png', originals[5]),
  ];
};

const describeInBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath) console.warn('No Chromium here (CHROMIUM_PATH): no folder is dropped.');

describeInBrowser('forty pictures dropped into the library', () => {
  const app = sharedApp();
  let browser: Browser;
  let page: Page;
  let problems: string[] = [];

  const rows = () =>
    inDatabase(
      app,
      `SELECT name, analysis_status AS status FROM reference_assets WHERE name LIKE $1 ORDER BY name`,
      [`${mark}%`],
    );
  const tray = () => page.getByRole('region', { name: 'Uploads' });
  const question = (file: string) =>
    tray()
      .getByRole('listitem')
      .filter({ hasText: file })
      .getByTestId('duplicate-question')
      .first();

  beforeAll(async () => {
    browser = await launch();
    ({ page, problems } = await openPanel(browser, app.url, account));
    await page.goto(`${app.url}/admin/plugins/reference-assets/library`);
    await page.getByRole('searchbox', { name: 'Search the library' }).waitFor();
  }, 60_000);
  afterAll(() => browser?.close());
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  it(
    'come in with their progress, and the two the library has are asked about where they stand',
    async () => {
      const transfer = await page.evaluateHandle(
        (files) => {
          const data = new DataTransfer();
          for (const { name, base64, type } of files) {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            data.items.add(new File([bytes], name, { type }));
          }
          return data;
        },
        await folder(),
      );
      const at = { clientX: 300, clientY: 500, dataTransfer: transfer };
      await page.dispatchEvent('body', 'dragenter', at);
      await page.getByText('Let go to add these to the library').waitFor();
      await page.dispatchEvent('body', 'drop', at);
      await tray().getByText(`${size} of ${size} uploaded`).waitFor({ timeout: analysisMs });
      await tray()
        .getByText('Analysed')
        .nth(size - 1)
        .waitFor({ timeout: analysisMs });
      await question(`${mark} saved again`).getByText('saved again.').waitFor();
      await question(`${mark} copied`).getByText('the same file').waitFor();
      expect(await tray().getByTestId('duplicate-question').count()).toBe(2);
      expect(await seriousFindings(page)).toEqual([]);
      const before = await rows();
      expect(before).toHaveLength(size);
      expect(new Set(before.map(({ status }) => status))).toEqual(new Set(['done']));
    },
    2 * analysisMs,
  );

  it('one goes into what was there, which can be undone, the other is told apart', async () => {
    await question(`${mark} copied`).getByRole('button', { name: 'Use the existing one' }).click();
    await page
      .getByTestId('undo')
      .getByText(/^Merged into/)
      .waitFor();
    expect(await rows()).toHaveLength(size - 1);
    await page.getByTestId('undo').getByRole('button', { name: 'Undo' }).click();
    await page.getByTestId('undo').waitFor({ state: 'hidden' });
    expect(await rows()).toHaveLength(size);
    await question(`${mark} saved again`).getByRole('button', { name: 'Keep both' }).click();
    await page.getByText('They are told apart from now on.').waitFor();
    expect(await rows()).toHaveLength(size);
    const apart = await inDatabase(
      app,
      `SELECT a.name FROM reference_asset_distinctions d JOIN reference_assets a ON a.id = d.other
       WHERE a.name LIKE $1`,
      [`${mark}%`],
    );
    expect(apart).toEqual([{ name: `${mark} saved again` }]);
  }, 60_000);
});
