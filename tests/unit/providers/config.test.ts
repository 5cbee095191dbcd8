import { config, pluginConfig } from '../../../src/plugins/reference-assets/server/src/config';

const refusal = (value: unknown): string => {
  try {
    config.validator(value);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('configuration of vendors, models and tiers', () => {
  test('nothing configured is fine', () => {
    expect(refusal({})).toBe('');
    expect(pluginConfig.parse({}).replicate).toMatchObject({ timeoutMs: 30_000 });
  });

  test('empty variables of the environment count as not there', () => {
    const { replicate } = pluginConfig.parse({
      replicate: { apiToken: '', baseUrl: '', webhookSecret: ' ' },
    });
    expect(replicate.apiToken).toBeUndefined();
    expect(replicate.baseUrl).toBeUndefined();
    expect(replicate.webhookSecret).toBeUndefined();
  });

  test.each([
    [{ models: { hailuo: { durations: [10, 6] } } }, /models\.hailuo\.durations: .*ascending/],
    [{ models: { mine: { provider: 'replicate' } } }, /models\.mine\.rate: /],
    [{ tiers: { draft: { video: 'sora' } } }, /tiers\.draft\.video: "sora" is no clip model/],
    [{ tiers: { draught: {} } }, /tiers/],
    [{ replicate: { baseUrl: 'ftp://x' } }, /replicate\.baseUrl/],
    [{ replicate: { token: 'x' } }, /replicate: .*token/],
  ])('%j is refused at the start with the path of the field', (value, message) => {
    expect(refusal(value)).toMatch(message);
  });

  test('a wrong secret is not repeated in the refusal', () => {
    expect(refusal({ google: { apiKey: 7_654_321 } })).toMatch(/google\.apiKey/);
    expect(refusal({ google: { apiKey: 7_654_321 } })).not.toContain('7654321');
  });
});
