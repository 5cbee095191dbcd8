import type { Core } from '@strapi/strapi';
import { version } from '../../../package.json';
import type { SystemStatus } from '../../../shared/contracts/status';
import type { RunSql } from './sql';

/** Whether the pool holds one connection: the embedded database has a single session. */
export const isEmbedded = (strapi: Core.Strapi): boolean =>
  strapi.config.get<{ max?: number }>('database.connection.pool', {}).max === 1;

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
    return {
      version: server?.version ?? 'unknown',
      pgvector: extension?.version ?? null,
      embedded: isEmbedded(strapi),
    };
  },
});
export type System = ReturnType<typeof createSystem>;
