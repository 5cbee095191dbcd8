import type { Core } from '@strapi/strapi';
import { version } from '../../../package.json';
import type { SystemStatus } from '../../../shared/contracts/status';
import type { RunSql } from './sql';

/** What the database says about itself. */
export const createSystem = (strapi: Core.Strapi, sql: RunSql) => ({
  /** Version of the plugin's package. */
  version,

  async database(): Promise<SystemStatus['database']> {
    const [server] = await sql<{ version: string }>(
      `SELECT current_setting('server_version') AS version`,
    );
    const [extension] = await sql<{ version: string }>(
      `SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'`,
    );
    const pool = strapi.config.get<{ max?: number }>('database.connection.pool', {});
    return {
      version: server?.version ?? 'unknown',
      pgvector: extension?.version ?? null,
      embedded: pool.max === 1,
    };
  },
});
export type System = ReturnType<typeof createSystem>;
