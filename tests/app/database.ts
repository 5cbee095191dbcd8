import path from 'node:path';
import { Client } from 'pg';
import { databaseUrl } from '../../scripts/database/address';
import { readState } from '../../scripts/database/state';
import type { App } from './start-app';

/** Where an application's database is: the configured one, else its embedded one. */
const addressOf = async ({ home }: Pick<App, 'home'>): Promise<string> => {
  const configured = process.env.DATABASE_URL;
  if (configured) return configured;
  const state = await readState(path.join(home, 'data'));
  if (!state) throw new Error('the database of the application is not there');
  return databaseUrl(state);
};

/** Runs one statement on an application's database, to see or to set what no interface says. */
export const inDatabase = async (
  app: Pick<App, 'home'>,
  statement: string,
  bindings: unknown[] = [],
): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: await addressOf(app) });
  await client.connect();
  try {
    return (await client.query(statement, bindings)).rows;
  } finally {
    await client.end();
  }
};
