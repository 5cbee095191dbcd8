import { z } from 'zod';
import {
  googleConfig,
  modelsConfig,
  replicateConfig,
  tierProblems,
  tiersConfig,
} from './providers/config';
import { zeroShotVocabulary } from './providers/clip/vocabulary';
import { openAiConfig } from './providers/openai/config';

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
  /** Brand colours for designed backdrops, as `#rrggbb`. */
  palette: z.array(z.string().regex(/^#[0-9a-f]{6}$/i)).default([]),
  analysis: z
    .strictObject({
      /** What puts pictures into words; `auto`: OpenAI where it has a key, else a CLIP model where one is ready, else rules. */
      provider: z.enum(['auto', 'local', 'clip-zero-shot', 'openai']).default('auto'),
      /** ISO 639-1 code of the language a model writes its words in. */
      language: z
        .string()
        .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'expected a language code such as en or pt-BR')
        .default('en'),
      vocabulary: zeroShotVocabulary.prefault({}),
    })
    .prefault({}),
  /** Depth of pictures, for models that are guided by it. */
  depth: z
    .strictObject({
      modelPath: optionalText,
      timeoutMs: z.number().int().min(100).default(120_000),
    })
    .prefault({}),
  openai: openAiConfig.prefault({}),
  publicUrl: optionalText,
  replicate: replicateConfig,
  google: googleConfig,
  models: modelsConfig,
  tiers: tiersConfig,
});
/** The plugin's configuration, as written under `config` of `reference-assets` in `config/plugins`. */
export const pluginConfig = fields.superRefine((config, context) => {
  if (config.analysis.provider === 'openai' && !config.openai.apiKey)
    context.addIssue({
      code: 'custom',
      path: ['openai', 'apiKey'],
      message: 'analysis.provider "openai" needs a key',
    });
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
