import { z } from 'zod';
import { rightsPolicy } from '../../shared/contracts/rights';
import {
  googleConfig,
  modelsConfig,
  replicateConfig,
  tierProblems,
  tiersConfig,
} from './providers/config';

const optionalText = z
  .string()
  .optional()
  .transform((value) => value || undefined);

const fields = z.strictObject({
  jobs: z
    .strictObject({
      engine: z.enum(['in-process', 'bullmq']).default('in-process'),
      redisUrl: optionalText,
      /** false: this process answers requests and leaves the jobs to others. */
      run: z.boolean().default(true),
      /** How many pictures are analysed at once. */
      analysisConcurrency: z.number().int().min(1).max(16).default(2),
      /** How many steps of videos run at once. */
      videoConcurrency: z.number().int().min(1).max(16).default(2),
      reconcileEveryMs: z.number().int().min(1000).default(3_600_000),
    })
    .refine((jobs) => jobs.engine !== 'bullmq' || jobs.redisUrl, {
      path: ['redisUrl'],
      message: 'the bullmq engine needs redisUrl',
    })
    .prefault({}),
  clip: z
    .strictObject({
      model: z.string().default('clip-vit-large-patch14'),
      modelPath: optionalText,
      cacheDir: optionalText,
      allowDownload: z.boolean().default(false),
      timeoutMs: z.number().int().min(100).default(60_000),
    })
    .prefault({}),
  media: z
    .strictObject({
      ffmpegPath: optionalText,
      ffprobePath: optionalText,
      /** Threads for pixels and frames. */
      threads: z.number().int().min(1).max(32).default(2),
    })
    .prefault({}),
  /** Imports of media that was there before. */
  imports: z
    .strictObject({ picturesPerSecond: z.number().min(0.1).max(100).default(10) })
    .prefault({}),
  /** What an asset needs before it may enter a video. */
  rights: rightsPolicy.prefault({}),
  /** Brand colours for designed backdrops, as `#rrggbb`. */
  palette: z.array(z.string().regex(/^#[0-9a-f]{6}$/i)).default([]),
  publicUrl: optionalText,
  replicate: replicateConfig,
  google: googleConfig,
  models: modelsConfig,
  tiers: tiersConfig,
});
/** The plugin's configuration, as written under `config` of `reference-assets` in `config/plugins`. */
export const pluginConfig = fields.superRefine((config, context) => {
  for (const { path, message } of tierProblems(config))
    context.addIssue({ code: 'custom', path: ['tiers', ...path], message });
});
export type PluginConfig = z.infer<typeof pluginConfig>;

/** Strapi's shape of a plugin's config: defaults, and a check that names the field that is wrong. */
export const config = {
  default: {},
  validator(value: unknown) {
    const parsed = pluginConfig.safeParse(value);
    if (parsed.success) return;
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`,
    );
    throw new Error(`config of reference-assets is not valid: ${problems.join('; ')}`);
  },
};
