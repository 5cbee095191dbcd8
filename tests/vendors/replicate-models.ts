/** Values of a prediction's input as they came. */
export type Input = Record<string, any>;

/** A model of the vendor, as the vendor knows it: what it takes, what it makes, what it charges. */
export interface VendorModel {
  makes: 'image' | 'video' | 'audio';
  /** Some answer with a list of one. */
  list?: boolean;
  takes: readonly string[];
  needs: readonly string[];
  /** Why an input is refused, if it is. */
  objection?(input: Input): string | undefined;
  /** US dollars for what was asked for, with pictures of so many megapixels; of machine time where it is charged by that. */
  price(input: Input, seconds: number, pictureMegapixels: readonly number[]): number;
  bySecond?: boolean;
  seconds?(input: Input): number;
}

const oneOf =
  (field: string, values: readonly unknown[]) =>
  (input: Input): string | undefined =>
    input[field] === undefined || values.includes(input[field])
      ? undefined
      : `- input.${field}: must be one of ${values.join(', ')}`;

const all =
  (...rules: ((input: Input) => string | undefined)[]) =>
  (input: Input): string | undefined =>
    rules.map((rule) => rule(input)).find((problem) => problem);

const ratios = oneOf('aspect_ratio', ['16:9', '9:16', '1:1']);
const edit = (field: string, usd: number, more: Partial<VendorModel> = {}): VendorModel => ({
  makes: 'image',
  takes: ['prompt', field, 'aspect_ratio', 'output_format', 'seed'],
  needs: ['prompt'],
  objection: ratios,
  price: () => usd,
  ...more,
});
const drawn = (field?: string, more: Partial<VendorModel> = {}): VendorModel => ({
  makes: 'image',
  takes: ['prompt', 'negative_prompt', 'seed', ...(field ? [field] : [])],
  needs: ['prompt', ...(field ? [field] : [])],
  price: (_, seconds) => seconds * 0.000975,
  bySecond: true,
  ...more,
});
const clip = (
  takes: readonly string[],
  durations: readonly number[],
  price: VendorModel['price'],
  more: Partial<VendorModel> = {},
): VendorModel => ({
  makes: 'video',
  takes: ['prompt', ...takes],
  needs: ['prompt'],
  objection: all(oneOf('duration', durations), ratios),
  seconds: (input) => input.duration ?? durations[0],
  price,
  ...more,
});
const perSecond =
  (silent: number, loud: number, unasked: boolean) =>
  (input: Input): number =>
    input.duration * ((input.generate_audio ?? unasked) ? loud : silent);
const modes = (input: Input): number => {
  const silent: Record<string, number> = { standard: 0.168, pro: 0.224, '4k': 0.42 };
  return (
    input.duration * (silent[input.mode ?? 'pro'] as number) * (input.generate_audio ? 1.5 : 1)
  );
};
const threeToFifteen = Array.from({ length: 13 }, (_, n) => n + 3);
const hailuo = (prices: readonly [number, number, number], needs: readonly string[]): VendorModel =>
  clip(
    ['first_frame_image', 'duration', 'resolution'],
    [6, 10],
    (input) => prices[input.resolution === '1080p' ? 2 : input.duration === 10 ? 1 : 0],
    {
      needs,
      objection: (input) =>
        input.resolution === '1080p' && input.duration !== 6
          ? '- input.duration: 1080p takes 6 only'
          : oneOf('duration', [6, 10])(input),
    },
  );
const megapixels = (input: Input, _: number, pictures: readonly number[]): number =>
  0.015 *
  (1 +
    pictures.reduce((sum, one) => sum + Math.ceil(one), 0) +
    parseFloat(input.resolution ?? '1'));

/** The models the vendor knows. Source: schemas and prices of 2026, written down apart from the product's registry. */
export const replicateModels: Readonly<Record<string, VendorModel>> = {
  'black-forest-labs/flux-2-pro': edit('input_images', 0, {
    takes: [
      'prompt',
      'input_images',
      'aspect_ratio',
      'resolution',
      'output_format',
      'seed',
      'safety_tolerance',
    ],
    price: megapixels,
  }),
  'black-forest-labs/flux-kontext-pro': edit('input_image', 0.04, {
    takes: [
      'prompt',
      'input_image',
      'aspect_ratio',
      'output_format',
      'seed',
      'safety_tolerance',
      'prompt_upsampling',
    ],
  }),
  'black-forest-labs/flux-pro': edit('image_prompt', 0.055, {
    takes: ['prompt', 'image_prompt', 'aspect_ratio', 'output_format', 'seed', 'safety_tolerance'],
  }),
  'google/nano-banana-pro': edit('image_input', 0.15, {
    takes: [
      'prompt',
      'image_input',
      'aspect_ratio',
      'resolution',
      'output_format',
      'allow_fallback_model',
    ],
    price: (input) => (input.resolution === '4K' ? 0.3 : 0.15),
  }),
  'google/nano-banana': edit('image_input', 0.039, {
    takes: ['prompt', 'image_input', 'aspect_ratio', 'output_format'],
  }),
  'bytedance/seedream-4.5': edit('image_input', 0.04, {
    takes: ['prompt', 'image_input', 'aspect_ratio', 'size'],
    list: true,
  }),
  'qwen/qwen-image-edit-2511': edit('image', 0.02, {
    takes: ['prompt', 'image', 'aspect_ratio', 'output_format', 'seed', 'disable_safety_checker'],
    needs: ['prompt', 'image'],
    list: true,
  }),
  'stability-ai/sdxl': drawn(undefined, {
    takes: [
      'prompt',
      'negative_prompt',
      'width',
      'height',
      'seed',
      'num_outputs',
      'apply_watermark',
      'disable_safety_checker',
    ],
    list: true,
  }),
  'lucataco/sdxl-controlnet': drawn('image', {
    takes: ['prompt', 'negative_prompt', 'image', 'condition_scale', 'seed'],
  }),
  'fofr/sdxl-multi-controlnet-lora': drawn('controlnet_1_image', {
    takes: [
      'prompt',
      'negative_prompt',
      'controlnet_1',
      'controlnet_1_image',
      'controlnet_1_conditioning_scale',
      'width',
      'height',
      'seed',
    ],
    list: true,
  }),
  'minimax/hailuo-2.3-fast': hailuo([0.19, 0.32, 0.33], ['prompt', 'first_frame_image']),
  'minimax/hailuo-2.3': hailuo([0.28, 0.56, 0.49], ['prompt']),
  'minimax/video-01': clip(['first_frame_image'], [6], () => 0.5, { seconds: () => 6 }),
  'kwaivgi/kling-v1.5-pro': clip(
    ['start_image', 'end_image', 'duration', 'aspect_ratio'],
    [5, 10],
    (input) => input.duration * 0.095,
  ),
  'kwaivgi/kling-v2.6': clip(
    ['start_image', 'duration', 'aspect_ratio', 'generate_audio'],
    [5, 10],
    perSecond(0.07, 0.14, true),
  ),
  'kwaivgi/kling-v3-video': clip(
    ['start_image', 'end_image', 'duration', 'mode', 'generate_audio'],
    threeToFifteen,
    modes,
  ),
  'kwaivgi/kling-v3-omni-video': clip(
    ['start_image', 'end_image', 'reference_images', 'duration', 'mode', 'generate_audio'],
    threeToFifteen,
    modes,
  ),
  'runwayml/gen4-turbo': clip(
    ['image', 'duration', 'aspect_ratio', 'seed'],
    [5, 10],
    (input) => input.duration * 0.05,
    { needs: ['prompt', 'image'] },
  ),
  'runwayml/gen-4.5': clip(
    ['image', 'duration', 'aspect_ratio', 'seed'],
    [5, 10],
    (input) => input.duration * 0.12,
  ),
  'google/veo-3.1': clip(
    [
      'image',
      'last_frame',
      'reference_images',
      'duration',
      'aspect_ratio',
      'resolution',
      'generate_audio',
      'seed',
    ],
    [4, 6, 8],
    perSecond(0.2, 0.4, true),
    { objection: all(oneOf('duration', [4, 6, 8]), oneOf('aspect_ratio', ['16:9', '9:16'])) },
  ),
  'google/veo-3.1-fast': clip(
    ['image', 'last_frame', 'duration', 'aspect_ratio', 'resolution', 'generate_audio', 'seed'],
    [4, 6, 8],
    perSecond(0.1, 0.15, true),
    { objection: all(oneOf('duration', [4, 6, 8]), oneOf('aspect_ratio', ['16:9', '9:16'])) },
  ),
  'bytedance/seedance-2.0': clip(
    [
      'image',
      'last_frame_image',
      'reference_images',
      'duration',
      'resolution',
      'generate_audio',
      'seed',
    ],
    Array.from({ length: 15 }, (_, n) => n + 1),
    (input) => input.duration * 0.45,
  ),
  'wan-video/wan-2.2-i2v-fast': clip(
    ['image', 'last_image', 'num_frames', 'resolution', 'seed'],
    [5],
    (input) => (input.resolution === '720p' ? 0.11 : 0.05),
    {
      needs: ['prompt', 'image'],
      seconds: (input) => (input.num_frames ?? 81) / 16,
      objection: (input) =>
        input.num_frames < 81 || input.num_frames > 121
          ? '- input.num_frames: 81 to 121'
          : undefined,
    },
  ),
  'meta/musicgen': {
    makes: 'audio',
    takes: ['prompt', 'duration', 'output_format', 'seed'],
    needs: ['prompt'],
    seconds: (input) => input.duration ?? 8,
    price: (_, seconds) => seconds * 0.0014,
    bySecond: true,
  },
};

/** Google's prices for a second. */
export const googlePrices: Readonly<Record<string, (resolution: string) => number>> = {
  'veo-3.1-generate-preview': () => 0.4,
  'veo-3.1-fast-generate-preview': (resolution) => (resolution === '1080p' ? 0.12 : 0.1),
};
