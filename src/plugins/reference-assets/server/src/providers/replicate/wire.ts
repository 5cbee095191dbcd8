import { z } from 'zod';

/** What the statuses of a prediction are. Source: Replicate's prediction lifecycle; `aborted` is a deadline hit before the start. */
const status = z.enum(['starting', 'processing', 'succeeded', 'failed', 'canceled', 'aborted']);

/** Reply of POST …/predictions, GET /predictions/{id}, POST /predictions/{id}/cancel, and the body of a webhook. */
export const prediction = z.object({
  id: z.string().min(1),
  status,
  model: z.string().nullish(),
  version: z.string().nullish(),
  input: z.record(z.string(), z.unknown()).nullish(),
  output: z.unknown().optional(),
  error: z.unknown().optional(),
  data_removed: z.boolean().nullish(),
  created_at: z.string().nullish(),
  webhook: z.string().nullish(),
  metrics: z.object({ predict_time: z.number().min(0).nullish() }).nullish(),
});
export type Prediction = z.infer<typeof prediction>;

/** Reply of GET /predictions: the newest first, `next` with the cursor of the older ones. */
export const predictionPage = z.object({
  next: z.string().nullish(),
  results: z.array(prediction),
});

/** Reply of POST /files and GET /files/{id}. */
export const storedFile = z.object({
  id: z.string().min(1),
  urls: z.object({ get: z.string().min(1) }),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  checksums: z.object({ sha256: z.string().nullish() }).nullish(),
});

/** Reply of GET /webhooks/default/secret. */
export const webhookSecret = z.object({ key: z.string().startsWith('whsec_') });
