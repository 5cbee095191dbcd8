import { z } from 'zod';
import { aspectRatio } from './vocabulary';

/** A JSON value that is sent to a vendor as it stands. */
const sent = z.union([z.string(), z.number(), z.boolean()]);
const field = z.string().min(1).max(60);
const day = z.iso.date();

/** Where a price was read, and when. */
const dated = { at: day, source: z.string().min(3) };

/**
 * One price of a model: for a resolution, a billed length or with sound, where the vendor's price depends on them.
 *
 * The first price of a list whose conditions all hold is the price; where none does, there is no price.
 */
const price = z.strictObject({
  usd: z.number().min(0),
  resolution: z.string().optional(),
  durationSeconds: z.number().positive().optional(),
  audio: z.boolean().optional(),
});

/** How a vendor counts what a model makes. Units: US dollars for one unit; megapixels are counted in whole ones, rounded up. */
export const modelRate = z.discriminatedUnion('unit', [
  z.strictObject({
    unit: z.enum(['image', 'video', 'second']),
    prices: z.array(price).min(1),
    ...dated,
  }),
  z.strictObject({
    unit: z.literal('megapixel'),
    runUsd: z.number().min(0),
    inputUsd: z.number().min(0),
    outputUsd: z.number().min(0),
    /** Megapixels of one output. */
    outputMegapixels: z.number().positive(),
    ...dated,
  }),
  z.strictObject({
    /** Time on the vendor's machine: quoted at `expectedSeconds`, charged for what the job says it took. */
    unit: z.literal('gpu-second'),
    usd: z.number().min(0),
    expectedSeconds: z.number().positive(),
    ...dated,
  }),
  z.strictObject({
    /** Prices for a million tokens. */
    unit: z.literal('token'),
    inputUsd: z.number().min(0),
    cachedInputUsd: z.number().min(0),
    cacheWriteFactor: z.number().min(0),
    outputUsd: z.number().min(0),
    ...dated,
  }),
]);
export type ModelRate = z.infer<typeof modelRate>;

/** Which field takes reference pictures, and what the vendor asks of them. */
const references = z.strictObject({
  field,
  /** The field takes a list; false: exactly one picture. */
  list: z.boolean(),
  max: z.int().min(1).max(20),
  required: z.boolean().default(false),
  /** How a prompt names the n-th picture, `{n}` counting from 1. */
  label: z.string().includes('{n}'),
  /** Cannot be sent together with a first frame. */
  insteadOfFirstFrame: z.boolean().default(false),
  /** With references the vendor takes these lengths and aspect ratios only. */
  durations: z.array(z.number().positive()).min(1).optional(),
  aspectRatios: z.array(aspectRatio).min(1).optional(),
});

/** Our fields, and the vendor's names for them; what is not named here is never sent. */
const inputs = z.strictObject({
  prompt: field.optional(),
  negativePrompt: field.optional(),
  firstFrame: z.strictObject({ field, required: z.boolean().default(false) }).optional(),
  lastFrame: field.optional(),
  references: references.optional(),
  /** Takes the picture whose shapes are kept; the model draws its own edges or depth from it. */
  controlImage: field.optional(),
  /** `frames`: the length is sent as `seconds × framesPerSecond + 1`. */
  duration: z
    .strictObject({ field, as: z.enum(['seconds', 'frames']), framesPerSecond: z.int().optional() })
    .optional(),
  aspectRatio: field.optional(),
  width: field.optional(),
  height: field.optional(),
  resolution: field.optional(),
  audio: field.optional(),
  seed: field.optional(),
});

export type ModelInputs = z.infer<typeof inputs>;

const modelFields = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
  provider: z.enum(['replicate', 'google', 'openai']),
  kind: z.enum(['still', 'clip', 'music', 'plan', 'analysis']),
  /** `owner/name` of an official model, `owner/name:version` of a pinned one, or the vendor's model id. */
  vendorModel: z.string().min(1),
  inputs: inputs.default({}),
  /** Sent with every request, as it stands. */
  fixed: z.record(field, sent).default({}),
  durations: z.array(z.number().positive()).default([]),
  /** Lengths that a resolution takes, where it takes fewer. */
  durationsAt: z.record(z.string(), z.array(z.number().positive()).min(1)).default({}),
  /** The first is what is asked for unless the request says otherwise; sent in so many words. */
  resolutions: z.array(z.string().min(1)).default([]),
  aspectRatios: z.array(aspectRatio).default([]),
  /** Pixels asked for, where the model takes width and height. */
  sizes: z
    .partialRecord(aspectRatio, z.strictObject({ width: z.int().min(64), height: z.int().min(64) }))
    .default({}),
  /** Whether the vendor adds sound unless told not to; null: the model makes none. */
  audioDefault: z.boolean().nullable().default(null),
  longestPrompt: z.int().min(50).max(20_000).default(1200),
  deadlineSeconds: z.int().min(10).max(1800).default(600),
  rate: modelRate,
  source: z.string().min(3),
  retiresAt: day.optional(),
  licence: z.string().optional(),
});

/** What one field alone cannot say: conditions between the fields of a row. */
const contradictions = (
  row: z.infer<typeof modelFields>,
): [path: (string | number)[], message: string][] => {
  const { inputs: takes, durations, resolutions, rate } = row;
  const rises = durations.every((one, index) => index === 0 || one > durations[index - 1]!);
  const oddResolutions = Object.keys(row.durationsAt).filter((one) => !resolutions.includes(one));
  const checks: [wrong: boolean, path: (string | number)[], message: string][] = [
    [!rises, ['durations'], 'expected seconds in ascending order'],
    [
      row.kind === 'clip' && durations.length === 0,
      ['durations'],
      'expected at least one length: a clip is billed by it',
    ],
    [
      takes.resolution !== undefined && resolutions.length === 0,
      ['resolutions'],
      'expected at least one: the resolution is always sent',
    ],
    [
      takes.aspectRatio !== undefined && row.aspectRatios.length === 0,
      ['aspectRatios'],
      'expected at least one: the aspect ratio is always sent',
    ],
    [
      row.audioDefault === true && !takes.audio && row.provider === 'replicate',
      ['inputs', 'audio'],
      'expected the field that turns the sound off',
    ],
    [
      takes.duration?.as === 'frames' && !takes.duration.framesPerSecond,
      ['inputs', 'duration', 'framesPerSecond'],
      'expected frames per second',
    ],
    [
      (row.provider === 'openai') !== (rate.unit === 'token'),
      ['rate', 'unit'],
      'expected tokens for language models and only for them',
    ],
    [
      oddResolutions.length > 0,
      ['durationsAt', oddResolutions[0] ?? ''],
      `expected one of ${resolutions.join(', ')}`,
    ],
  ];
  return checks.flatMap(([wrong, path, message]) => (wrong ? [[path, message]] : []));
};

/**
 * A model as data: what it is called, what it takes, what it costs, when it ends.
 *
 * Units:  `durations` seconds of what the vendor bills, ascending; `deadlineSeconds` from create to result.
 * Source: each row says in `source` where its inputs were read, and what nobody has verified.
 */
export const modelRow = modelFields.superRefine((row, context) => {
  for (const [path, message] of contradictions(row))
    context.addIssue({ code: 'custom', path, message });
});
export type ModelRow = z.infer<typeof modelRow>;

/** The models of a paid tier, by name; the fallbacks are used only where a user allowed it. */
export const tierModels = z.strictObject({
  image: z.string(),
  video: z.string(),
  music: z.string(),
  fallbackImage: z.string().optional(),
  fallbackVideo: z.string().optional(),
});
export type TierModels = z.infer<typeof tierModels>;

export const paidTiers = ['draft', 'standard', 'final'] as const;
export type PaidTier = (typeof paidTiers)[number];
