import { modelPage, replicateSchema, type WrittenRow } from './row';

const common = {
  kind: 'clip',
  aspectRatios: ['16:9', '9:16'],
  durations: [4, 6, 8],
  resolutions: ['720p', '1080p'],
  audioDefault: true,
} satisfies Partial<WrittenRow>;

/** What the vendor asks of reference pictures. */
const threePictures = {
  list: true,
  max: 3,
  label: 'Image {n}',
  insteadOfFirstFrame: true,
  durations: [8],
  aspectRatios: ['16:9'],
} satisfies Partial<NonNullable<NonNullable<WrittenRow['inputs']>['references']>>;

const atReplicate = {
  prompt: 'prompt',
  firstFrame: { field: 'image' },
  lastFrame: 'last_frame',
  duration: { field: 'duration', as: 'seconds' },
  aspectRatio: 'aspect_ratio',
  resolution: 'resolution',
  audio: 'generate_audio',
  seed: 'seed',
} satisfies WrittenRow['inputs'];

/** Google's own API has no switch for the sound and takes no seed. */
const atGoogle = {
  prompt: 'prompt',
  negativePrompt: 'negativePrompt',
  firstFrame: { field: 'image' },
  lastFrame: 'lastFrame',
  references: { field: 'referenceImages', ...threePictures },
  duration: { field: 'durationSeconds', as: 'seconds' },
  aspectRatio: 'aspectRatio',
  resolution: 'resolution',
} satisfies WrittenRow['inputs'];

const google = {
  ...common,
  provider: 'google',
  durationsAt: { '1080p': [8] },
  fixed: { sampleCount: 1 },
  longestPrompt: 3000,
  source: '@google/genai 2.32.0, requests to the Gemini API',
} satisfies Partial<WrittenRow>;

/** Google's Veo, through Replicate and through Google's own API. */
export const veoClips: readonly WrittenRow[] = [
  {
    ...google,
    name: 'veo',
    vendorModel: 'veo-3.1-generate-preview',
    inputs: atGoogle,
    rate: {
      unit: 'second',
      prices: [{ usd: 0.4 }],
      at: '2026-10-06',
      source: 'third parties that quote ai.google.dev; the Replicate page agrees',
    },
  },
  {
    ...google,
    name: 'veo-fast',
    vendorModel: 'veo-3.1-fast-generate-preview',
    inputs: atGoogle,
    rate: {
      unit: 'second',
      prices: [
        { usd: 0.1, resolution: '720p' },
        { usd: 0.12, resolution: '1080p' },
      ],
      at: '2026-10-06',
      source: 'third parties that quote ai.google.dev, unverified',
    },
  },
  {
    ...common,
    provider: 'replicate',
    name: 'veo-3.1',
    vendorModel: 'google/veo-3.1',
    inputs: { ...atReplicate, references: { field: 'reference_images', ...threePictures } },
    rate: {
      unit: 'second',
      prices: [
        { usd: 0.2, audio: false },
        { usd: 0.4, audio: true },
      ],
      ...modelPage,
    },
    source: replicateSchema,
  },
  {
    ...common,
    provider: 'replicate',
    name: 'veo-3.1-fast',
    vendorModel: 'google/veo-3.1-fast',
    inputs: atReplicate,
    rate: {
      unit: 'second',
      prices: [
        { usd: 0.1, audio: false },
        { usd: 0.15, audio: true },
      ],
      ...modelPage,
    },
    source: 'third party, unverified',
  },
];
