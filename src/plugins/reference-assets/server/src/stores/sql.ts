import type { Core } from '@strapi/strapi';

/** Runs one SQL statement and returns its rows. */
export type RunSql = <Row extends object>(
  statement: string,
  bindings?: readonly unknown[],
) => Promise<Row[]>;

/**
 * SQL on the connection of the transaction under way, else on the pool.
 *
 * Taking a second connection inside a transaction would wait for itself where the pool holds one (embedded database).
 */
export const createSql = (strapi: Core.Strapi): RunSql => {
  const bind = (bindings: readonly unknown[]) => bindings as readonly never[];
  return async <Row extends object>(statement: string, bindings: readonly unknown[] = []) => {
    const result: unknown = strapi.db.inTransaction()
      ? await strapi.db.transaction(({ trx }) => trx.raw(statement, bind(bindings)))
      : await strapi.db.connection.raw(statement, bind(bindings));
    return (result as { rows: Row[] }).rows;
  };
};

/** Runs work in one transaction; inside of another it becomes part of that one. */
export const inTransaction = async <T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> =>
  (await strapi.db.transaction(work)) as T; // Strapi types the result as a promise of a promise

/** Runs work whose statements share one transaction. */
export type Together = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs work whose statements share one connection and no transaction. */
export type Alone = <T>(work: (sql: RunSql) => Promise<T>) => Promise<T>;

/** {@link Alone} on a connection of Strapi's pool, for what PostgreSQL refuses inside of a transaction. */
export const onOneConnection =
  (strapi: Core.Strapi): Alone =>
  async (work) => {
    const knex = strapi.db.connection;
    const connection: unknown = await knex.client.acquireConnection();
    try {
      return await work(
        async <Row extends object>(statement: string, bindings: readonly unknown[] = []) => {
          const result: unknown = await knex
            .raw(statement, bindings as readonly never[])
            .connection(connection);
          return (result as { rows: Row[] }).rows;
        },
      );
    } finally {
      await knex.client.releaseConnection(connection);
    }
  };
