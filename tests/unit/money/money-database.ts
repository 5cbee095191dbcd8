import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Pool, type PoolClient } from 'pg';
import { ensureDatabase } from '../../../scripts/database/ensure';
import {
  createAccountOf,
  type Budgets,
} from '../../../src/plugins/reference-assets/server/src/money/account-of';
import { createPurse } from '../../../src/plugins/reference-assets/server/src/money/purse';
import { createAccounts } from '../../../src/plugins/reference-assets/server/src/stores/money/accounts';
import { createHolds } from '../../../src/plugins/reference-assets/server/src/stores/money/holds';
import { moneyTables } from '../../../src/plugins/reference-assets/server/src/stores/money/tables';
import { createVendorJobs } from '../../../src/plugins/reference-assets/server/src/stores/money/vendor-jobs';
import { createVendorPauses } from '../../../src/plugins/reference-assets/server/src/stores/money/vendor-pauses';
import type { RunSql } from '../../../src/plugins/reference-assets/server/src/stores/sql';

const numbered = (statement: string): string => {
  let count = 0;
  return statement.replaceAll('?', () => `$${(count += 1)}`);
};

const names = [
  'account_moves',
  'account_members',
  'holds',
  'accounts',
  'vendor_jobs',
  'vendor_pauses',
  'webhooks',
].map((name) => `reference_asset_${name}`);

/** The money's own tables and stores on the embedded database: real SQL on many connections, real transactions. */
export const openMoneyDatabase = async () => {
  delete process.env.DATABASE_URL;
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'money-'));
  const database = await ensureDatabase({ dataDir, lingerMs: 500 });
  const pool = new Pool({ connectionString: database.url, max: 8 });
  pool.on('error', () => undefined);
  for (const table of moneyTables) await pool.query(table);
  const current = new AsyncLocalStorage<PoolClient>();
  const sql: RunSql = async <Row extends object>(text: string, bindings: readonly unknown[] = []) =>
    (await (current.getStore() ?? pool).query<Row>(numbered(text), [...bindings])).rows;
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => {
    if (current.getStore()) return work();
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const result = await current.run(client, work);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  };
  const accounts = createAccounts(sql);
  const holds = createHolds(sql);
  return {
    ...{ sql, transaction, accounts, holds },
    vendorJobs: createVendorJobs(sql),
    pauses: createVendorPauses(sql),
    /** An empty database under some budgets. */
    async under(budgets: Budgets = {}) {
      await sql(`TRUNCATE ${names.join(', ')}`);
      const accountOf = createAccountOf({ accounts, budgets });
      return { accountOf, purse: createPurse({ accounts, holds, transaction, accountOf }) };
    },
    async close() {
      await pool.end();
      await database.release();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
};
export type MoneyDatabase = Awaited<ReturnType<typeof openMoneyDatabase>>;
