import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Strapi's own secrets: keys of cookies, tokens and stored credentials. */
const names = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
] as const;
type Secrets = Record<(typeof names)[number], string>;

const random = (): string => randomBytes(32).toString('base64url');

const generate = (): Secrets => {
  const secrets = Object.fromEntries(names.map((name) => [name, random()])) as Secrets;
  return { ...secrets, APP_KEYS: [random(), random()].join(',') };
};

/**
 * Sees to it that Strapi has its secrets: those of the environment, else ones made once for this data folder.
 *
 * They are kept in a file that only its owner may read, as Strapi's own project generator keeps them in `.env`:
 * made anew at every start they would end every session and break every API token.
 */
export const ensureSecrets = (dataDir: string): void => {
  if (names.every((name) => process.env[name])) return;
  if (process.env.NODE_ENV === 'production' && process.env.DATABASE_URL) {
    const missing = names.filter((name) => !process.env[name]);
    throw new Error(`Set ${missing.join(', ')} in the environment; see .env.example.`);
  }
  const file = path.join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(generate(), null, 2), { mode: 0o600 });
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  for (const name of names) process.env[name] ||= kept[name];
};
