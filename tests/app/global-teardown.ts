import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runVariable, testRun } from './shared-app';
import { endGroup, removeHome } from './start-app';

/** After the last test, whatever became of it: ends the shared application and removes every trace. */
export default async (): Promise<void> => {
  const file = process.env[runVariable];
  if (!file) return;
  const { pid, home, pristine, startedBy } = testRun();
  if (startedBy !== process.pid) return;
  delete process.env[runVariable];
  await endGroup(pid, 'SIGTERM');
  await Promise.all([home, pristine].map(removeHome));
  await rm(path.dirname(file), { recursive: true, force: true });
};
