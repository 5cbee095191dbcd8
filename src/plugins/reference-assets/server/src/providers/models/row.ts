import type { z } from 'zod';
import type { modelRow } from '../../../../shared/contracts/models';

/** A model as it is written down, before defaults are filled in. */
export type WrittenRow = z.input<typeof modelRow>;

/** The schemas Replicate publishes of its models, as read in spring and summer 2026. */
export const replicateSchema = "schema in Replicate's model or version endpoint, 2026";

/** Prices on Replicate's own model pages, read on that day. */
export const modelPage = { at: '2026-10-06', source: 'model page on replicate.com' } as const;

/** Prices of Replicate's models as Puter's price page lists them. */
export const puter = {
  at: '2026-07-01',
  source: "Puter's price page for Replicate models",
} as const;

/** One price an output. */
export const perImage = (
  usd: number,
  from: { at: string; source: string },
): WrittenRow['rate'] => ({ unit: 'image', prices: [{ usd }], ...from });
