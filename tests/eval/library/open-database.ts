import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import {
  ensureVectorTable,
  wordTables,
} from '../../../src/plugins/reference-assets/server/src/stores/search-tables';
import type { RunSql } from '../../../src/plugins/reference-assets/server/src/stores/sql';
import { schema } from './schema';

/** The query builder's `?` as PostgreSQL's numbered bindings. */
export const numbered = (statement: string): string => {
  let count = 0;
  return statement.replace(/\?/g, () => `$${(count += 1)}`);
};

/** A database in memory with the tables that searches need. */
export const openDatabase = async (): Promise<{
  sql: RunSql;
  pgvector: string;
  close(): Promise<void>;
}> => {
  const database = await PGlite.create({ extensions: { vector } });
  const sql: RunSql = async <Row extends object>(
    statement: string,
    bindings: readonly unknown[] = [],
  ) => (await database.query<Row>(numbered(statement), [...bindings])).rows;
  await sql('CREATE EXTENSION vector');
  for (const statement of [...schema, ...wordTables]) await sql(statement);
  const [{ version }] = await sql<{ version: string }>(
    `SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'`,
  );
  await ensureVectorTable(sql, version);
  return { sql, pgvector: version, close: () => database.close() };
};
