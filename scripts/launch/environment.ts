import path from 'node:path';
import { config } from 'dotenv';

/** Reads `.env` (or the file `ENV_PATH` names) as Strapi does: what the environment already says wins. */
export const loadEnvironment = (): void => {
  config({ path: process.env.ENV_PATH, quiet: true });
};

/** The folder everything embedded is kept in. */
export const dataDirectory = (): string => path.resolve(process.env.DATA_DIR || '.data');
