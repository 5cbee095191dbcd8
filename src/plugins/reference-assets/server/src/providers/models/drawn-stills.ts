import { perImage, puter, replicateSchema, type WrittenRow } from './row';

/** Replicate's price of the L40S that community models run on; how long they run is what we expect at most. */
const onL40s = (expectedSeconds: number): WrittenRow['rate'] => ({
  unit: 'gpu-second',
  usd: 0.000975,
  expectedSeconds,
  at: '2026-07-01',
  source: "L40S on Puter's price page for Replicate; the expected time is unverified",
});

/** Buckets SDXL was trained on. */
const sizes: WrittenRow['sizes'] = {
  '16:9': { width: 1344, height: 768 },
  '9:16': { width: 768, height: 1344 },
  '1:1': { width: 1024, height: 1024 },
};
const common = {
  provider: 'replicate',
  kind: 'still',
  aspectRatios: ['16:9', '9:16', '1:1'],
} satisfies Partial<WrittenRow>;
const sdxl = { ...common, licence: 'CreativeML Open RAIL++-M' } satisfies Partial<WrittenRow>;

const multiControlNet =
  'fofr/sdxl-multi-controlnet-lora:89eb212b3d1366a83e949c12a4b45dfe6b6b313b594cb8268e864931ac9ffb16';

const controlled = (name: string, control: string): WrittenRow => ({
  ...sdxl,
  name,
  vendorModel: multiControlNet,
  inputs: {
    prompt: 'prompt',
    negativePrompt: 'negative_prompt',
    controlImage: 'controlnet_1_image',
    width: 'width',
    height: 'height',
    seed: 'seed',
  },
  fixed: { controlnet_1: control, controlnet_1_conditioning_scale: 0.75 },
  sizes,
  rate: onL40s(30),
  source: `third-party use of the pinned version; ${replicateSchema}`,
});

/** Still models that draw from words, or along the shapes of one picture. */
export const drawnStills: readonly WrittenRow[] = [
  {
    ...sdxl,
    name: 'sdxl',
    vendorModel:
      'stability-ai/sdxl:7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc',
    inputs: {
      prompt: 'prompt',
      negativePrompt: 'negative_prompt',
      width: 'width',
      height: 'height',
      seed: 'seed',
    },
    // The vendor's default draws a watermark.
    fixed: { num_outputs: 1, apply_watermark: false, disable_safety_checker: false },
    sizes,
    rate: onL40s(20),
    source: replicateSchema,
  },
  {
    ...sdxl,
    name: 'sdxl-controlnet',
    vendorModel:
      'lucataco/sdxl-controlnet:06d6fae3b75ab68a28cd2900afa6033166910dd09fd9751047043a5bbb4c184b',
    // It runs Canny on the picture itself and takes its aspect ratio from it.
    inputs: {
      prompt: 'prompt',
      negativePrompt: 'negative_prompt',
      controlImage: 'image',
      seed: 'seed',
    },
    fixed: { condition_scale: 0.5 },
    rate: onL40s(30),
    source: `predict.py of cog-sdxl-controlnet; ${replicateSchema}`,
  },
  controlled('sdxl-controlnet-depth', 'depth_midas'),
  controlled('sdxl-controlnet-hed', 'soft_edge_hed'),
  {
    ...common,
    name: 'flux-pro',
    vendorModel: 'black-forest-labs/flux-pro',
    inputs: {
      prompt: 'prompt',
      references: { field: 'image_prompt', list: false, max: 1, label: 'Image {n}' },
      aspectRatio: 'aspect_ratio',
      seed: 'seed',
    },
    fixed: { output_format: 'png', safety_tolerance: 2 },
    rate: perImage(0.055, puter),
    source: `${replicateSchema}; the picture steers the composition only`,
  },
];
