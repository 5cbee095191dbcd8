import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser the admin tests use; undefined where there is none, and then they are skipped. */
export const chromiumPath = candidates.find((path) => path && existsSync(path));

export interface Account {
  email: string;
  password: string;
}

export const launch = (): Promise<Browser> =>
  // Chromium's sandbox needs rights that containers do not give.
  chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });

const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

const login = async (page: Page, url: string, { email, password }: Account) => {
  await page.goto(`${url}/admin/auth/login`);
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
};

/**
 * A page of the admin panel, logged in; errors of the page are collected in `problems`.
 * A person logs in once and later takes that session up, because Strapi allows few logins in a while.
 */
export const openPanel = async (
  browser: Browser,
  url: string,
  account: Account,
  theme: 'light' | 'dark' = 'light',
) => {
  const person = `${url} ${account.email}`;
  const context = await browser.newContext({
    storageState: sessions.get(person),
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  await context.addInitScript((name) => {
    localStorage.setItem('STRAPI_THEME', name);
    localStorage.setItem('STRAPI_GUIDED_TOUR_DISABLED', 'true');
  }, theme);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  if (sessions.has(person)) await page.goto(`${url}/admin`);
  else await login(page, url, account);
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
  sessions.set(person, await context.storageState());
  return { page, problems };
};

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  impact: string | null;
  nodes: { target: unknown[]; html: string }[];
}

/** What axe finds wrong on the page as it stands, serious and critical only. */
export const seriousFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const findings = await page.evaluate<Finding[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)',
  );
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};
