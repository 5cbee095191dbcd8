import { z } from 'zod';
import { rightsPolicy } from '../../shared/contracts/rights';
import { aspectMismatches, assetType } from '../../shared/contracts/vocabulary';
import {
  googleConfig,
  modelsConfig,
  replicateConfig,
  tierProblems,
  tiersConfig,
} from './providers/config';
import { zeroShotVocabulary } from './providers/clip/vocabulary';
import { openAiConfig } from './providers/openai/config';

const scoreParts = ['semantic', 'words', 'shotType', 'role', 'name', 'rights', 'use'] as const;

const optionalText = z
  .string()
  .optional()
  .transform((value) => value || undefined);

const webhookSecret = /^whsec_[A-Za-z0-9+/]{32,}={0,2}( whsec_[A-Za-z0-9+/]{32,}={0,2})*$/;
const webhookSecretHint = 'expected whsec_ and at least 24 bytes as base64';

const limit = z.number().min(0).max(1_000_000);
/** US dollars; what is left out is not limited. */
const budget = z
  .strictObject({ balanceUsd: limit, monthlyCapUsd: limit, videoCapUsd: limit })
  .partial();

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
      /** How many calls to vendors are carried on at once; one that waits for its vendor takes no place. */
      vendorConcurrency: z.number().int().min(1).max(64).default(8),
      /** Waiting time between two looks at a vendor's job, at first; what takes long is looked at less often. */
      vendorPollMs: z.number().int().min(50).max(60_000).default(2000),
      reconcileEveryMs: z.number().int().min(1000).default(3_600_000),
    })
    .refine((jobs) => jobs.engine !== 'bullmq' || jobs.redisUrl, {
      path: ['redisUrl'],
      message: 'the bullmq engine needs redisUrl',
    })
    .prefault({}),
  clip: z
    .strictObject({
      /** A model of the registry (`providers/clip/registry.ts`). */
      model: z.string().default('clip-vit-large-patch14'),
      /** Exactly these weights, e.g. `q8` or `fp32`; unset: the model's own choice, else what is there. */
      dtype: z
        .enum(['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4', 'q4f16', 'bnb4'])
        .optional()
        .or(z.literal('').transform(() => undefined)),
      modelPath: optionalText,
      cacheDir: optionalText,
      allowDownload: z.boolean().default(false),
      timeoutMs: z.number().int().min(100).default(60_000),
    })
    .prefault({}),
  /** How matching weighs what speaks for an asset; what is left out keeps its default (`video/match/weights.ts`). */
  match: z
    .strictObject({
      parts: z.partialRecord(z.enum(scoreParts), z.number().min(0)).optional(),
      roles: z.partialRecord(assetType, z.number().min(0)).optional(),
      semanticEvidence: z.number().min(0).max(1).optional(),
      varietyMargin: z.number().min(0).max(1).optional(),
      logoWhenUnnamed: z.enum(['best', 'single', 'none']).optional(),
    })
    .prefault({}),
  search: z
    .strictObject({
      /** What an exact comparison with all vectors of a model may take before an index (HNSW) is built, ms. */
      exactMs: z.number().min(0).default(5),
      /** Assets that pass a filter up to which they are compared one by one, even beside an index. */
      exactRows: z.number().int().min(100).max(100_000).default(3000),
    })
    .prefault({}),
  media: z
    .strictObject({
      ffmpegPath: optionalText,
      ffprobePath: optionalText,
      /** Threads for pixels and frames. */
      threads: z.number().int().min(1).max(32).default(2),
      /** For pictures of another shape than the frame, where a video says nothing. */
      aspectMismatch: z.enum(aspectMismatches).default('crop'),
    })
    .prefault({}),
  disclosure: z
    .strictObject({
      /** Words that stand small on every frame of every video that has none of its own. */
      label: optionalText,
      /** Paths of a certificate chain and its key (PEM); with both, masters and stills carry a signed C2PA manifest. */
      certificate: optionalText,
      privateKey: optionalText,
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
  review: z
    .strictObject({
      /** How many masters of a video are kept; what is public or was approved is kept beyond that. */
      keepVersions: z.number().int().min(1).max(100).default(10),
    })
    .prefault({}),
  publicUrl: optionalText,
  notifications: z
    .strictObject({
      /** What outgoing webhooks are signed with, `whsec_` and base64; two with a space between while one takes over. */
      webhookSecret: optionalText.pipe(
        z.string().regex(webhookSecret, webhookSecretHint).optional(),
      ),
      /** `host` or `host:port` that may be posted to over plain http and inside a private network. */
      trustedHosts: z.array(z.string().trim().min(1)).default([]),
    })
    .prefault({}),
  /** Who may spend how much, where nobody made an account by hand; see `money/account-of`. */
  budgets: z.strictObject({ installation: budget, user: budget }).partial().default({}),
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
  if (!config.disclosure.certificate !== !config.disclosure.privateKey)
    context.addIssue({
      code: 'custom',
      path: ['disclosure', config.disclosure.certificate ? 'privateKey' : 'certificate'],
      message: 'signing needs both a certificate and its private key',
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
