import path from 'node:path';
import { Client } from 'pg';
import { databaseUrl } from '../../scripts/database/address';
import { readState } from '../../scripts/database/state';
import type { App } from './start-app';

/** Runs one statement on an application's embedded database, to see or to set what no interface says. */
export const inDatabase = async (
  app: Pick<App, 'home'>,
  statement: string,
  bindings: unknown[] = [],
): Promise<Record<string, unknown>[]> => {
  const state = await readState(path.join(app.home, 'data'));
  if (!state) throw new Error('the database of the application is not there');
  const client = new Client({ connectionString: databaseUrl(state) });
  await client.connect();
  try {
    return (await client.query(statement, bindings)).rows;
  } finally {
    await client.end();
  }
};
