import { Pool } from 'pg';
import {
  ensureVectorTable,
  wordTables,
} from '../../src/plugins/reference-assets/server/src/stores/search-tables';
import type { RunSql } from '../../src/plugins/reference-assets/server/src/stores/sql';
import { numbered, openDatabase } from '../../tests/eval/library/open-database';
import { schema } from '../../tests/eval/library/schema';

/** A database to measure on. Shape: `alone` hands out one connection, `together` a transaction on one. */
export interface BenchDatabase {
  sql: RunSql;
  pgvector: string;
  embedded: boolean;
  alone<T>(work: (sql: RunSql) => Promise<T>): Promise<T>;
  together<T>(work: (sql: RunSql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Queries {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

const runOn =
  (client: Queries): RunSql =>
  async <Row extends object>(statement: string, bindings: readonly unknown[] = []) =>
    (await client.query(numbered(statement), [...bindings])).rows as Row[];

/** A schema of its own in a real PostgreSQL, removed at the end; what else is in that database stays untouched. */
const onServer = async (url: string): Promise<BenchDatabase> => {
  const name = `bench_${process.pid}`;
  const pool = new Pool({
    connectionString: url,
    max: 8,
    options: `-c search_path=${name},public`,
  });
  const sql = runOn(pool);
  await sql('CREATE EXTENSION IF NOT EXISTS vector SCHEMA public');
  await sql(`CREATE SCHEMA ${name}`);
  for (const statement of [...schema, ...wordTables]) await sql(statement);
  const [{ version }] = await sql<{ version: string }>(
    `SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'`,
  );
  await ensureVectorTable(sql, version);
  const alone = async <T>(work: (own: RunSql) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      return await work(runOn(client));
    } finally {
      client.release();
    }
  };
  return {
    sql,
    pgvector: version,
    embedded: false,
    alone,
    together: (work) =>
      alone(async (own) => {
        await own('BEGIN');
        try {
          return await work(own);
        } finally {
          await own('COMMIT');
        }
      }),
    close: async () => {
      await sql(`DROP SCHEMA ${name} CASCADE`);
      await pool.end();
    },
  };
};

/** The database of `BENCH_DATABASE_URL`, else an embedded one in memory. */
export const openBenchDatabase = async (): Promise<BenchDatabase> => {
  const url = process.env.BENCH_DATABASE_URL;
  if (url) return onServer(url);
  const { sql, pgvector, close } = await openDatabase();
  return {
    sql,
    pgvector,
    embedded: true,
    alone: (work) => work(sql),
    together: (work) => work(sql),
    close,
  };
};
