import { pluginConfig } from '../../../../src/plugins/reference-assets/server/src/config';
import {
  costOf,
  rateOf,
} from '../../../../src/plugins/reference-assets/server/src/providers/openai/token-rates';
import { retryAfterMs } from '../../../../src/plugins/reference-assets/server/src/providers/openai/retry-after';

const problems = (openai: object): string[] =>
  pluginConfig
    .safeParse({ openai })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

const row = {
  inputUsd: 3,
  cachedInputUsd: 0.3,
  outputUsd: 9,
  at: '2026-11-20',
  source: 'contract',
};

describe('the configuration of OpenAI', () => {
  it('refuses a model whose price nobody knows, at the field that names it', () => {
    const found = problems({ apiKey: 'sk-1', analysis: { model: 'gpt-9' } });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^openai\.analysis\.model: the price of "gpt-9" is not known/);
    expect(found[0]).toContain('openai.rates["gpt-9"]');
  });

  it('takes it once its price is written down, and asks nothing of who has no key', () => {
    const analysis = { model: 'gpt-9' };
    expect(problems({ apiKey: 'sk-1', analysis, rates: { 'gpt-9': row } })).toEqual([]);
    expect(problems({ apiKey: '', analysis })).toEqual([]);
  });

  it('names what else does not fit', () => {
    expect(problems({ baseUrl: 'ftp://x' })[0]).toMatch(/^openai\.baseUrl/);
    expect(problems({ planning: { effort: 'some' } })[0]).toMatch(/^openai\.planning\.effort/);
    expect(problems({ rates: { x: { ...row, at: 'soon' } } })[0]).toMatch(/^openai\.rates\.x\.at/);
  });
});

describe('prices', () => {
  it('are those of the model a dated version is of, and the configuration’s before ours', () => {
    expect(rateOf('gpt-6-luna-2026-09-01')).toBe(rateOf('gpt-6-luna'));
    expect(rateOf('gpt-6-luna', { 'gpt-6-luna': { ...row, cacheWriteFactor: 1 } })?.inputUsd).toBe(
      3,
    );
    expect(rateOf('gpt-6')).toBeUndefined();
  });

  it('count cached tokens as cheaper and written ones as dearer', () => {
    const rate = { ...row, cacheWriteFactor: 1.25 };
    const usage = { inputTokens: 1e6, cachedTokens: 2e5, cacheWriteTokens: 1e5, outputTokens: 1e5 };
    expect(costOf(rate, usage)).toBeCloseTo(0.7 * 3 + 0.2 * 0.3 + 0.1 * 3.75 + 0.1 * 9, 9);
  });
});

describe('retryAfterMs', () => {
  const now = Date.parse('2026-11-24T10:00:00Z');
  const of = (headers: Record<string, string>) => retryAfterMs(new Headers(headers), now);

  it('reads milliseconds, seconds and dates', () => {
    expect(of({ 'retry-after-ms': '250', 'retry-after': '9' })).toBe(250);
    expect(of({ 'retry-after': '2' })).toBe(2000);
    expect(of({ 'retry-after': 'Tue, 24 Nov 2026 10:00:05 GMT' })).toBe(5000);
  });

  it('believes nothing senseless and no more than an hour', () => {
    expect(of({})).toBeUndefined();
    expect(of({ 'retry-after': 'soon' })).toBeUndefined();
    expect(of({ 'retry-after': 'Tue, 24 Nov 2026 09:00:00 GMT' })).toBeUndefined();
    expect(of({ 'retry-after': '999999' })).toBe(3_600_000);
  });
});
