import { z } from 'zod';
import { analysisStatus } from './assets';
import { documentId } from './problems';
import { assetType } from './vocabulary';

/** Which assets an analysis is asked for; no condition means all that may be changed. */
export const analysisFilter = z.strictObject({
  assetIds: z.array(documentId).min(1).max(1000).optional(),
  assetType: assetType.optional(),
  isLogo: z.boolean().optional(),
  status: analysisStatus.optional(),
  /** What described them: `local`, `clip-zero-shot`, `openai` … */
  provider: z.string().max(60).optional(),
  model: z.string().max(120).optional(),
  promptVersion: z.string().max(60).optional(),
  /** true: only those that were described by anything else than what describes new pictures now. */
  outdated: z.boolean().optional(),
});
export type AnalysisFilter = z.infer<typeof analysisFilter>;

/** POST /api/reference-assets/analyse — many at once; with `estimateOnly` the count and price, and nothing happens. */
export const analysisRequest = z.strictObject({
  filter: analysisFilter.default({}),
  estimateOnly: z.boolean().default(false),
  /** Refuses to start above this price, US dollars. */
  maxCostUsd: z.number().min(0).optional(),
});
export type AnalysisRequest = z.infer<typeof analysisRequest>;

/** What analysing takes: `toAsk` pictures are paid for, `kept` ones were before and are read again for nothing. */
export interface AnalysisEstimate {
  count: number;
  toAsk: number;
  kept: number;
  estimatedCostUsd: number;
  perPictureUsd: number;
  /** Whether the price of a picture is what such pictures cost so far, or the most one can cost. */
  basis: 'free' | 'paid-so-far' | 'at-most';
  provider: string;
  model: string;
  promptVersion: string;
  started: boolean;
}
