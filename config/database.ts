import type { Core } from '@strapi/strapi';

/**
 * PostgreSQL wherever it runs. Every command of this project sets `DATABASE_URL` for the embedded database when
 * none is given; `DATABASE_EMBEDDED` then limits the pool to one connection, because the embedded database has
 * a single session: a second connection of the same process could only wait for the first.
 */
const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database<'postgres'> => {
  const embedded = env.bool('DATABASE_EMBEDDED', false);
  return {
    connection: {
      client: 'postgres',
      // Strapi's type asks for host, port and user one by one; the driver takes them from the connection string.
      connection: {
        // `strapi build` reads this file without a database at hand.
        connectionString: env('DATABASE_URL', 'postgres://127.0.0.1:5432/strapi'),
        schema: env('DATABASE_SCHEMA', 'public'),
        ssl: env.bool('DATABASE_SSL', false) && {
          rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
        },
      } as never,
      pool: embedded
        ? { min: 0, max: 1 }
        : { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
      acquireConnectionTimeout: env.int('DATABASE_CONNECTION_TIMEOUT', 60_000),
    },
  };
};

export default config;
