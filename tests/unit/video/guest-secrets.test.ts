import {
  hashOf,
  hashPassword,
  newSecret,
  passwordFits,
} from '../../../src/plugins/reference-assets/server/src/video/guest-secrets';

describe('secrets of a review link', () => {
  it('are long, fit an address, and are never twice the same', () => {
    const made = Array.from({ length: 50 }, newSecret);
    expect(made.every((one) => /^[A-Za-z0-9_-]{43}$/.test(one))).toBe(true);
    expect(new Set(made.map(hashOf)).size).toBe(50);
  });

  it('keep a password so that it can be compared and not read', async () => {
    const kept = await hashPassword('correct horse');
    expect(kept).not.toContain('correct');
    expect(await hashPassword('correct horse')).not.toBe(kept);
    expect(await passwordFits('correct horse', kept)).toBe(true);
    expect(await passwordFits('correct horsE', kept)).toBe(false);
    expect(await passwordFits('', kept)).toBe(false);
    expect(await passwordFits('correct horse', 'plain$correct horse')).toBe(false);
  });
});
