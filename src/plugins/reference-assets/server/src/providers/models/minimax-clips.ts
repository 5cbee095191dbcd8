import { replicateSchema, type WrittenRow } from './row';

/** The picture's aspect ratio becomes the clip's. */
const common = {
  provider: 'replicate',
  kind: 'clip',
  aspectRatios: ['16:9', '9:16', '1:1', '4:5'],
  deadlineSeconds: 900,
} satisfies Partial<WrittenRow>;

const hailuo = {
  ...common,
  inputs: {
    prompt: 'prompt',
    firstFrame: { field: 'first_frame_image', required: true },
    duration: { field: 'duration', as: 'seconds' },
    resolution: 'resolution',
  },
  durations: [6, 10],
  durationsAt: { '1080p': [6] },
  resolutions: ['768p', '1080p'],
  source: replicateSchema,
} satisfies Partial<WrittenRow>;

const prices = (short: number, long: number, sharp: number) => [
  { usd: short, resolution: '768p', durationSeconds: 6 },
  { usd: long, resolution: '768p', durationSeconds: 10 },
  { usd: sharp, resolution: '1080p', durationSeconds: 6 },
];

/** Video models of MiniMax. */
export const minimaxClips: readonly WrittenRow[] = [
  {
    ...hailuo,
    name: 'hailuo',
    vendorModel: 'minimax/hailuo-2.3-fast',
    rate: {
      unit: 'video',
      prices: prices(0.19, 0.32, 0.33),
      at: '2026-10-05',
      source: 'third party, from a live bill',
    },
  },
  {
    ...hailuo,
    name: 'hailuo-2.3',
    vendorModel: 'minimax/hailuo-2.3',
    inputs: { ...hailuo.inputs, firstFrame: { field: 'first_frame_image' } },
    rate: {
      unit: 'video',
      prices: prices(0.28, 0.56, 0.49),
      at: '2026-04-06',
      source: 'third party',
    },
  },
  {
    ...common,
    name: 'minimax',
    vendorModel: 'minimax/video-01',
    inputs: { prompt: 'prompt', firstFrame: { field: 'first_frame_image' } },
    // The length is not asked for: it makes six seconds. Its subject reference is for faces only and left alone.
    durations: [6],
    rate: {
      unit: 'video',
      prices: [{ usd: 0.5 }],
      at: '2026-07-01',
      source: 'unverified',
    },
    source: replicateSchema,
  },
];
