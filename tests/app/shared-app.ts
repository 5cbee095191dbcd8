import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newHome, startApp, type App } from './start-app';

/** Names the file in which the setup of a run tells its tests what it started. */
export const runVariable = 'REFERENCE_ASSETS_TEST_APP';

/** What the application all tests share signs its webhooks with. */
export const webhookSecret = `whsec_${Buffer.from('a secret of tests, 32 bytes long').toString('base64')}`;

/** What a run of tests shares. */
export interface TestRun {
  url: string;
  home: string;
  /** The launcher of the shared application. */
  pid: number;
  adminToken: string;
  /** Where the shared application brings its letters; nobody listens there unless a test does. */
  mailPort: number;
  /** A home with its database made and its first admin in it, on which nothing runs. */
  pristine: string;
  /** The process that started it, and ends it. */
  startedBy: number;
}

/** What the setup of this run started. */
export const testRun = (): TestRun => {
  const file = process.env[runVariable];
  if (!file) throw new Error(`${runVariable} is not set: see tests/app/global-setup.ts`);
  return JSON.parse(readFileSync(file, 'utf8')) as TestRun;
};

/** The application all tests of a run share: each brings what it needs and expects strangers' things in it. */
export const sharedApp = (): Pick<App, 'url' | 'home' | 'adminToken'> => testRun();

/** An application of a test's own, for one that kills or restarts it; remove its home afterwards. */
export const ownApp = async (env: Record<string, string> = {}): Promise<App> =>
  startApp({ home: await newHome(testRun().pristine), env });

/** Where a file of the media library lies on disk. */
export const diskPath = (app: Pick<App, 'home'>, file: { url: string } | null): string => {
  if (!file) throw new Error('there is no such file');
  return path.join(app.home, 'public', file.url);
};
