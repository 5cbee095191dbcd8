import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { runVariable } from '../app/shared-app';

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

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Sessions of people, kept beside what the run of tests shares: each test file has a memory of its own. */
const sessionsFile = (): string =>
  path.join(path.dirname(process.env[runVariable] ?? ''), 'sessions.json');
const sessions = (): Record<string, Session | undefined> =>
  existsSync(sessionsFile())
    ? (JSON.parse(readFileSync(sessionsFile(), 'utf8')) as Record<string, Session>)
    : {};

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
  const session = sessions()[person];
  const context = await browser.newContext({
    storageState: session,
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
  if (session) await page.goto(`${url}/admin`);
  else await login(page, url, account);
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
  const known = { ...sessions(), [person]: await context.storageState() };
  writeFileSync(sessionsFile(), JSON.stringify(known));
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
