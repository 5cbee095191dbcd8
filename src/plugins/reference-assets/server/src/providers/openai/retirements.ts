import { rateOf, type TokenRate } from './token-rates';

/**
 * Days on which OpenAI ends models.
 *
 * Source: openai 7.57.0, `resources/shared.d.ts`, read 2026-11-22.
 */
export const knownRetirements: Readonly<Record<string, string>> = {
  'gpt-4-vision-preview': '2024-12-06',
  'gpt-4-turbo-preview': '2026-03-26',
  'gpt-4-turbo': '2026-10-23',
  'gpt-4.1-nano': '2026-10-23',
  'o4-mini': '2026-10-23',
  'gpt-5': '2026-12-11',
  'gpt-5-mini': '2026-12-11',
  'gpt-5-nano': '2026-12-11',
  o3: '2026-12-11',
  'gpt-4o': '2027-01-14',
  'gpt-4o-mini': '2027-01-14',
  'gpt-4.1': '2027-01-14',
  'gpt-4.1-mini': '2027-01-14',
  'gpt-5.1': '2027-04-01',
  'gpt-5.4-nano': '2027-04-01',
};

const dated = /-\d{4}-\d{2}-\d{2}$/;

/** The day on which a model ends: its price's own word, else what is known of it; undefined while nobody said. */
export const retirementDay = (
  model: string,
  rates: Readonly<Record<string, TokenRate>> = {},
): string | undefined =>
  rateOf(model, rates)?.retiresAt ??
  knownRetirements[model] ??
  knownRetirements[model.replace(dated, '')];
