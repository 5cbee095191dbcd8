import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import { ensureDatabase } from '../database/ensure';
import { dataDirectory, loadEnvironment } from './environment';
import { ensureSecrets } from './secrets';

/** The application in this process, on whatever database there is. */
export interface Application {
  strapi: Core.Strapi;
  /** Ends the application, then gives the database back. */
  stop(): Promise<void>;
}

/** Prepares the environment as every command does, and builds the application without loading it. */
export const prepareApplication = async (logLevel = 'warn'): Promise<Application> => {
  loadEnvironment();
  const dataDir = dataDirectory();
  ensureSecrets(dataDir);
  const database = await ensureDatabase({ dataDir });
  process.env.DATABASE_URL = database.url;
  process.env.DATABASE_EMBEDDED = String(database.embedded);
  const appDir = process.cwd();
  const strapi = createStrapi({ appDir, distDir: path.join(appDir, 'dist'), autoReload: false });
  strapi.log.level = logLevel;
  return {
    strapi,
    async stop() {
      await strapi.destroy();
      await database.release();
    },
  };
};
