import { z } from 'zod';
import { paidTiers, tierModels } from '../../../shared/contracts/models';
import { readModels, readTiers } from './models';

const optionalText = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);
const address = optionalText.pipe(z.url({ protocol: /^https?$/ }).optional());

/** Limits that the whole installation keeps to at a vendor, all processes together. */
const perMinute = (standard: number) => z.number().int().min(1).max(100_000).default(standard);

/** Patience and bounds of every request to a vendor. */
const link = {
  /** For one request with a short answer. */
  timeoutMs: z.number().int().min(100).max(600_000).default(30_000),
  /** For bringing one result, from the first byte to the last. */
  downloadTimeoutMs: z.number().int().min(100).max(3_600_000).default(300_000),
  /** Largest result that is taken. */
  maxDownloadBytes: z
    .number()
    .int()
    .min(1024)
    .default(512 * 1024 * 1024),
};

/** `replicate` of the plugin's configuration; without `apiToken` nothing is ever sent. Limits: Replicate's own, 2026. */
export const replicateConfig = z
  .strictObject({
    apiToken: optionalText,
    baseUrl: address,
    /** `whsec_…`; without it, webhooks are refused and results are asked for. */
    webhookSecret: optionalText,
    ...link,
    createsPerMinute: perMinute(600),
    readsPerMinute: perMinute(3000),
  })
  .prefault({});
export type ReplicateConfig = z.infer<typeof replicateConfig>;

/** `google` of the plugin's configuration; without `apiKey` nothing is ever sent. Limits: preview models, March 2026. */
export const googleConfig = z
  .strictObject({
    apiKey: optionalText,
    baseUrl: address,
    ...link,
    createsPerMinute: perMinute(10),
    readsPerMinute: perMinute(600),
  })
  .prefault({});
export type GoogleConfig = z.infer<typeof googleConfig>;

/** `models`: fields over a known model, or the whole row of a new one. */
export const modelsConfig = z
  .record(z.string(), z.record(z.string(), z.unknown()))
  .default({})
  .superRefine((overrides, context) => {
    for (const problem of readModels(overrides).problems)
      context.addIssue({ code: 'custom', ...problem });
  });

/** `tiers`: other models for the paid tiers. */
export const tiersConfig = z.partialRecord(z.enum(paidTiers), tierModels.partial()).default({});

/** What only both together can say: every tier names models that are there. */
export const tierProblems = (config: {
  models: z.infer<typeof modelsConfig>;
  tiers: z.infer<typeof tiersConfig>;
}) => readTiers(config.tiers, readModels(config.models).models).problems;
