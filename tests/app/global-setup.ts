import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { adminToken } from './client';
import { runVariable, webhookSecret, type TestRun } from './shared-app';
import { endDatabase, freePort, newHome, removeHome, startApp } from './start-app';
import teardown from './global-teardown';

/** A home whose database is made, once for all: that is most of a first start. */
const makePristine = async (): Promise<string> => {
  const home = await newHome();
  try {
    const app = await startApp({ home });
    await app.stop();
    await endDatabase(home);
    return home;
  } catch (error) {
    await removeHome(home);
    throw error;
  }
};

/** What the shared application signs its webhooks with and sends letters by; it may post to this machine by its number, where tests listen. */
const notifying = (mailPort: number) => ({
  WEBHOOK_SECRET: webhookSecret,
  WEBHOOK_TRUSTED_HOSTS: '127.0.0.1',
  SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
  MAIL_FROM: 'Studio <studio@example.com>',
});

const startShared = async (pristine: string): Promise<TestRun> => {
  const home = await newHome(pristine);
  try {
    const mailPort = await freePort();
    const app = await startApp({ home, env: notifying(mailPort) });
    const { url, pid } = app;
    const started = { url, home, pid, mailPort, pristine, startedBy: process.pid };
    return { ...started, adminToken: await adminToken(app) };
  } catch (error) {
    await Promise.all([home, pristine].map(removeHome));
    throw error;
  }
};

/** Before the first test that needs an application: starts the one they share, unless there is one from outside. */
export default async (): Promise<void> => {
  if (process.env[runVariable]) return;
  const run = await startShared(await makePristine());
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reference-assets-run-'));
  const file = path.join(folder, 'run.json');
  await writeFile(file, JSON.stringify(run));
  process.env[runVariable] = file;
  // Jest runs no teardown when it is interrupted.
  process.once('SIGINT', () => void teardown().finally(() => process.exit(130)));
};
