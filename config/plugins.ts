import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** What others are told of what happens here, and who may hear it. */
const notificationsOf = (env: Env) => ({
  webhookSecret: env('WEBHOOK_SECRET'),
  trustedHosts: env('WEBHOOK_TRUSTED_HOSTS', '').split(',').filter(Boolean),
});

const googleOf = (env: Env) => ({
  apiKey: env('GEMINI_API_KEY'),
  baseUrl: env('GEMINI_BASE_URL'),
  createsPerMinute: env.int('GEMINI_CREATES_PER_MINUTE') || undefined,
});

/** Letters by an SMTP server where one is named; else Strapi's own default, by which none are sent here. */
const emailOf = (env: Env): Core.Config.Plugin => {
  const url = env('SMTP_URL');
  if (!url) return {};
  const defaultFrom = env('MAIL_FROM') || 'studio@localhost';
  const settings = { defaultFrom, defaultReplyTo: env('MAIL_REPLY_TO') || defaultFrom };
  return { email: { config: { provider: 'nodemailer', providerOptions: { url }, settings } } };
};

/** Maps the environment to the plugins' configuration; nothing else in the project reads the environment. */
const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  ...emailOf(env),
  graphql: {
    enabled: true,
    config: {
      endpoint: '/graphql',
      shadowCRUD: true,
      landingPage: false,
      depthLimit: 12,
      amountLimit: 100,
    },
  },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  upload: { config: { sizeLimit: 200 * 1024 * 1024 } },
  'reference-assets': {
    enabled: true,
    config: {
      jobs: {
        engine: env('REDIS_URL') ? 'bullmq' : 'in-process',
        redisUrl: env('REDIS_URL'),
        run: env.bool('JOBS_RUN', true),
        vendorPollMs: env.int('VENDOR_POLL_MS') || undefined,
      },
      clip: {
        model: env('CLIP_MODEL', 'clip-vit-large-patch14'),
        dtype: env('CLIP_DTYPE', '') as '',
        modelPath: env('CLIP_MODEL_PATH'),
        cacheDir: env('CLIP_CACHE_DIR'),
        allowDownload: env.bool('CLIP_DOWNLOAD', false),
      },
      media: { ffmpegPath: env('FFMPEG_PATH'), ffprobePath: env('FFPROBE_PATH') },
      disclosure: { certificate: env('C2PA_CERTIFICATE'), privateKey: env('C2PA_PRIVATE_KEY') },
      analysis: {
        provider: env('ANALYSIS_PROVIDER') || undefined,
        language: env('ANALYSIS_LANGUAGE') || undefined,
      },
      depth: { modelPath: env('DEPTH_MODEL_PATH') },
      openai: {
        apiKey: env('OPENAI_API_KEY'),
        baseUrl: env('OPENAI_BASE_URL'),
        analysis: {
          model: env('OPENAI_MODEL') || undefined,
          effort: env('OPENAI_EFFORT') || undefined,
        },
        planning: { model: env('OPENAI_PLANNING_MODEL') || undefined },
      },
      publicUrl: env('PUBLIC_URL'),
      notifications: notificationsOf(env),
      replicate: {
        apiToken: env('REPLICATE_API_TOKEN'),
        baseUrl: env('REPLICATE_BASE_URL'),
        webhookSecret: env('REPLICATE_WEBHOOK_SECRET'),
      },
      google: googleOf(env),
    },
  },
});

export default config;
