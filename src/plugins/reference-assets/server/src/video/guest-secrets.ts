import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's advice for scrypt where argon2 is not at hand: 2^15 rounds, 32 MB, three lanes. */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const keyBytes = 32;

/** 256 random bits as 43 letters of an address: nothing that could be guessed, so its plain hash is safe to keep. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token instead of the token. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** `scrypt$salt$key`, base64url: what is kept of a password. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return ['scrypt', salt.toString('base64url'), key.toString('base64url')].join('$');
};

/** Whether a password is the one a hash was made of; takes the same time either way. */
export const passwordFits = async (password: string, kept: string): Promise<boolean> => {
  const [scheme, salt, key] = kept.split('$');
  if (scheme !== 'scrypt' || !salt || !key) return false;
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
};
