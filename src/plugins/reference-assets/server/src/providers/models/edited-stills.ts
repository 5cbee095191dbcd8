import { modelPage, perImage, puter, replicateSchema, type WrittenRow } from './row';

const common = {
  provider: 'replicate',
  kind: 'still',
  aspectRatios: ['16:9', '9:16', '1:1'],
} satisfies Partial<WrittenRow>;

/** Still models that look at reference pictures: a product keeps its shape, colour and label. */
export const editedStills: readonly WrittenRow[] = [
  {
    ...common,
    name: 'flux-2-pro',
    vendorModel: 'black-forest-labs/flux-2-pro',
    inputs: {
      prompt: 'prompt',
      references: { field: 'input_images', list: true, max: 8, label: 'Image {n}' },
      aspectRatio: 'aspect_ratio',
      resolution: 'resolution',
      seed: 'seed',
    },
    fixed: { output_format: 'png', safety_tolerance: 2 },
    resolutions: ['1 MP'],
    rate: {
      unit: 'megapixel',
      runUsd: 0.015,
      inputUsd: 0.015,
      outputUsd: 0.015,
      outputMegapixels: 1,
      ...puter,
    },
    source: replicateSchema,
  },
  {
    ...common,
    name: 'flux-kontext-pro',
    vendorModel: 'black-forest-labs/flux-kontext-pro',
    inputs: {
      prompt: 'prompt',
      references: { field: 'input_image', list: false, max: 1, label: 'Image {n}' },
      aspectRatio: 'aspect_ratio',
      seed: 'seed',
    },
    // A picture among the inputs allows a tolerance of 2 at most.
    fixed: { output_format: 'png', safety_tolerance: 2, prompt_upsampling: false },
    rate: perImage(0.04, puter),
    source: replicateSchema,
  },
  {
    ...common,
    name: 'nano-banana-pro',
    vendorModel: 'google/nano-banana-pro',
    inputs: {
      prompt: 'prompt',
      references: { field: 'image_input', list: true, max: 14, label: 'Image {n}' },
      aspectRatio: 'aspect_ratio',
      resolution: 'resolution',
    },
    fixed: { output_format: 'png', allow_fallback_model: false },
    resolutions: ['1K', '2K', '4K'],
    rate: {
      unit: 'image',
      prices: [
        { usd: 0.15, resolution: '1K' },
        { usd: 0.15, resolution: '2K' },
        { usd: 0.3, resolution: '4K' },
      ],
      ...modelPage,
    },
    source: replicateSchema,
  },
  {
    ...common,
    name: 'nano-banana',
    vendorModel: 'google/nano-banana',
    inputs: {
      prompt: 'prompt',
      references: { field: 'image_input', list: true, max: 14, label: 'Image {n}' },
      aspectRatio: 'aspect_ratio',
    },
    fixed: { output_format: 'png' },
    rate: perImage(0.039, puter),
    source: `${replicateSchema}; how many pictures it takes is unverified`,
  },
  {
    ...common,
    name: 'seedream-4.5',
    vendorModel: 'bytedance/seedream-4.5',
    inputs: {
      prompt: 'prompt',
      references: { field: 'image_input', list: true, max: 14, label: 'Image {n}' },
      aspectRatio: 'aspect_ratio',
      resolution: 'size',
    },
    resolutions: ['2K', '4K'],
    rate: perImage(0.04, puter),
    source: replicateSchema,
  },
  {
    ...common,
    name: 'qwen-image-edit',
    vendorModel: 'qwen/qwen-image-edit-2511',
    inputs: {
      prompt: 'prompt',
      references: { field: 'image', list: true, max: 3, required: true, label: 'Image {n}' },
      aspectRatio: 'aspect_ratio',
      seed: 'seed',
    },
    fixed: { output_format: 'png', disable_safety_checker: false },
    rate: perImage(0.02, { at: '2026-07-01', source: 'third party, unverified' }),
    source: `${replicateSchema}; more than three pictures are unverified`,
  },
];
