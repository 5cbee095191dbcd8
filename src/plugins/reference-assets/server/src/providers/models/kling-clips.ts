import { modelPage, replicateSchema, type WrittenRow } from './row';

const common = {
  provider: 'replicate',
  kind: 'clip',
  aspectRatios: ['16:9', '9:16', '1:1'],
  deadlineSeconds: 900,
} satisfies Partial<WrittenRow>;
const seconds = { field: 'duration', as: 'seconds' } as const;
const threeToFifteen = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/** Kling 3 names its resolutions by mode; the picture's aspect ratio becomes the clip's. */
const third = {
  ...common,
  aspectRatios: ['16:9', '9:16', '1:1', '4:5'],
  durations: threeToFifteen,
  resolutions: ['pro', 'standard'],
  audioDefault: false,
} satisfies Partial<WrittenRow>;

/** Video models of Kuaishou. */
export const klingClips: readonly WrittenRow[] = [
  {
    ...common,
    name: 'kling-1.5',
    vendorModel: 'kwaivgi/kling-v1.5-pro',
    inputs: {
      prompt: 'prompt',
      firstFrame: { field: 'start_image' },
      lastFrame: 'end_image',
      duration: seconds,
      aspectRatio: 'aspect_ratio',
    },
    durations: [5, 10],
    rate: {
      unit: 'second',
      prices: [{ usd: 0.095 }],
      at: '2026-07-01',
      source: 'third party, unverified',
    },
    source: `${replicateSchema}, third party`,
  },
  {
    ...common,
    name: 'kling-2.6',
    vendorModel: 'kwaivgi/kling-v2.6',
    inputs: {
      prompt: 'prompt',
      firstFrame: { field: 'start_image' },
      duration: seconds,
      aspectRatio: 'aspect_ratio',
      audio: 'generate_audio',
    },
    durations: [5, 10],
    audioDefault: true,
    rate: {
      unit: 'second',
      prices: [
        { usd: 0.07, audio: false },
        { usd: 0.14, audio: true },
      ],
      ...modelPage,
    },
    source: replicateSchema,
  },
  {
    ...third,
    name: 'kling-3',
    vendorModel: 'kwaivgi/kling-v3-video',
    inputs: {
      prompt: 'prompt',
      firstFrame: { field: 'start_image' },
      lastFrame: 'end_image',
      duration: seconds,
      resolution: 'mode',
      audio: 'generate_audio',
    },
    resolutions: ['pro', 'standard', '4k'],
    rate: {
      unit: 'second',
      prices: [
        { usd: 0.224, resolution: 'pro', audio: false },
        { usd: 0.336, resolution: 'pro', audio: true },
        { usd: 0.168, resolution: 'standard', audio: false },
        { usd: 0.252, resolution: 'standard', audio: true },
        { usd: 0.42, resolution: '4k' },
      ],
      ...modelPage,
    },
    source: replicateSchema,
  },
  {
    ...third,
    name: 'kling-3-omni',
    vendorModel: 'kwaivgi/kling-v3-omni-video',
    inputs: {
      prompt: 'prompt',
      firstFrame: { field: 'start_image' },
      lastFrame: 'end_image',
      references: { field: 'reference_images', list: true, max: 7, label: '<<<image_{n}>>>' },
      duration: seconds,
      resolution: 'mode',
      audio: 'generate_audio',
    },
    rate: {
      unit: 'second',
      prices: [
        { usd: 0.224, resolution: 'pro', audio: false },
        { usd: 0.28, resolution: 'pro', audio: true },
        { usd: 0.168, resolution: 'standard', audio: false },
        { usd: 0.224, resolution: 'standard', audio: true },
      ],
      ...modelPage,
    },
    source: replicateSchema,
  },
];
