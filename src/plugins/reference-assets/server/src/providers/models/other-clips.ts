import { modelPage, replicateSchema, type WrittenRow } from './row';

const common = {
  provider: 'replicate',
  kind: 'clip',
  aspectRatios: ['16:9', '9:16', '1:1'],
} satisfies Partial<WrittenRow>;
/** The picture's aspect ratio becomes the clip's. */
const follows = {
  ...common,
  aspectRatios: ['16:9', '9:16', '1:1', '4:5'],
} satisfies Partial<WrittenRow>;
const seconds = { field: 'duration', as: 'seconds' } as const;

/** Runway's second generation here: its gen-3 is not to be had at Replicate, gen-4 follows it. */
const runway = {
  ...common,
  durations: [5, 10],
  inputs: {
    prompt: 'prompt',
    firstFrame: { field: 'image' },
    duration: seconds,
    aspectRatio: 'aspect_ratio',
    seed: 'seed',
  },
  source: replicateSchema,
} satisfies Partial<WrittenRow>;

/** Video models of Runway, ByteDance and Wan. */
export const otherClips: readonly WrittenRow[] = [
  {
    ...runway,
    name: 'runway',
    vendorModel: 'runwayml/gen4-turbo',
    inputs: { ...runway.inputs, firstFrame: { field: 'image', required: true } },
    rate: {
      unit: 'second',
      prices: [{ usd: 0.05 }],
      at: '2026-01-31',
      source: 'third party: about $0.25 for five seconds',
    },
  },
  {
    ...runway,
    name: 'runway-gen-4.5',
    vendorModel: 'runwayml/gen-4.5',
    rate: {
      unit: 'second',
      prices: [{ usd: 0.12 }],
      at: '2026-10-06',
      source: "a reseller of Runway's own API; Replicate's page names no price",
    },
  },
  {
    ...follows,
    name: 'seedance-2',
    vendorModel: 'bytedance/seedance-2.0',
    inputs: {
      prompt: 'prompt',
      firstFrame: { field: 'image' },
      lastFrame: 'last_frame_image',
      references: {
        field: 'reference_images',
        list: true,
        max: 9,
        label: '[Image{n}]',
        insteadOfFirstFrame: true,
      },
      duration: seconds,
      resolution: 'resolution',
      audio: 'generate_audio',
      seed: 'seed',
    },
    durations: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    // Only this one's price is known.
    resolutions: ['1080p'],
    audioDefault: true,
    deadlineSeconds: 900,
    rate: { unit: 'second', prices: [{ usd: 0.45, resolution: '1080p' }], ...modelPage },
    source: `${replicateSchema}, third party`,
  },
  {
    ...follows,
    name: 'wan-2.2-fast',
    vendorModel: 'wan-video/wan-2.2-i2v-fast',
    inputs: {
      prompt: 'prompt',
      firstFrame: { field: 'image', required: true },
      lastFrame: 'last_image',
      duration: { field: 'num_frames', as: 'frames', framesPerSecond: 16 },
      resolution: 'resolution',
      seed: 'seed',
    },
    durations: [5, 7.5],
    resolutions: ['480p', '720p'],
    rate: {
      unit: 'video',
      prices: [
        { usd: 0.05, resolution: '480p' },
        { usd: 0.11, resolution: '720p' },
      ],
      ...modelPage,
    },
    source: replicateSchema,
  },
];
