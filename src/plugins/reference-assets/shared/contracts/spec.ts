import { z } from 'zod';
import { cameraMovement, framesPerSecond, mood, shotType } from './vocabulary';

/** What a beat wants of one role. Shape: `words` are words or short phrases, the most telling first. */
export const roleWish = z.object({
  wanted: z.boolean(),
  words: z.array(z.string().min(1).max(120)).max(24),
});
export type RoleWish = z.infer<typeof roleWish>;

/** What a beat wants of each role an asset can take. */
export const roleWishes = z.object({
  product: roleWish,
  logo: roleWish,
  environment: roleWish,
  person: roleWish,
  prop: roleWish,
  texture: roleWish,
});
export type RoleWishes = z.infer<typeof roleWishes>;

/** Words that stand on the picture of a beat, in the language of the brief. */
export const beatCopy = z.object({
  headline: z.string().min(1).max(120).optional(),
  callToAction: z.string().min(1).max(60).optional(),
});
export type BeatCopy = z.infer<typeof beatCopy>;

/**
 * How the picture comes into a beat; the beat's times stay what they are. Without one it is cut to.
 *
 * Units: `frames` from the beat's first on.
 */
export const transition = z.object({
  kind: z.enum(['cut', 'dissolve', 'dip']),
  frames: z.int().min(0).max(20),
});
export type Transition = z.infer<typeof transition>;

/**
 * One beat of a plan.
 *
 * Units: `startFrame` and `frames` count frames at 30 fps and are the truth; the seconds are derived from them.
 */
export const plannedBeat = z
  .object({
    order: z.int().min(0),
    name: z.string().min(1).max(80),
    startSeconds: z.number().min(0),
    durationSeconds: z.number().min(1),
    startFrame: z.int().min(0),
    frames: z.int().min(framesPerSecond),
    shotType,
    action: z.string().min(1).max(400),
    mood,
    cameraMovement,
    prompt: z.string().min(1).max(1500),
    roles: roleWishes,
    copy: beatCopy.optional(),
    transition: transition.optional(),
  })
  .refine((beat) => beat.startSeconds === beat.startFrame / framesPerSecond, {
    path: ['startSeconds'],
    error: 'must be startFrame / 30',
  })
  .refine((beat) => beat.durationSeconds === beat.frames / framesPerSecond, {
    path: ['durationSeconds'],
    error: 'must be frames / 30',
  });
export type PlannedBeat = z.infer<typeof plannedBeat>;

/** The product a brief names. Shape: `name` is its phrase in the brief, `words` its telling words in that order. */
export const namedProduct = z.object({
  name: z.string().min(1).max(120),
  words: z.array(z.string().min(1).max(60)).max(12),
});
export type NamedProduct = z.infer<typeof namedProduct>;

const entityNames = z.array(z.string().min(1).max(120)).max(12);

/** What a brief speaks of, in its own words. Shape: `language` ISO 639-1. */
export const briefEntities = z.object({
  product: z.string().max(120).nullable(),
  brand: z.string().max(120).nullable(),
  people: entityNames,
  places: entityNames,
  props: entityNames,
  moods: z.array(mood).max(4),
  language: z.string().max(8),
});
export type BriefEntities = z.infer<typeof briefEntities>;

/**
 * A brief understood and cut into beats that follow each other without gap or overlap.
 *
 * Shape: `language` is that of the brief (ISO 639-1); actions and prompts are English, quoted copy stays as written.
 */
export const videoSpec = z.object({
  intent: z.string().min(1).max(600),
  title: z.string().min(1).max(80),
  product: namedProduct.nullable(),
  audience: z.string().min(1).max(120).optional(),
  setting: z.array(z.string().min(1).max(60)).max(12),
  moods: z.array(mood).min(1),
  callToAction: z.string().min(1).max(120).optional(),
  language: z.enum(['en', 'de', 'fr', 'es']),
  planner: z.enum(['local', 'openai']),
  /** What a language model found the brief to speak of, where one read it. */
  entities: briefEntities.optional(),
  beats: z
    .array(plannedBeat)
    .min(1)
    .max(60)
    .superRefine((beats, context) => {
      let frame = 0;
      beats.forEach((beat, index) => {
        if (beat.order !== index) {
          context.addIssue({ code: 'custom', path: [index, 'order'], message: `must be ${index}` });
        }
        if (beat.startFrame !== frame) {
          context.addIssue({
            code: 'custom',
            path: [index, 'startFrame'],
            message: `must be ${frame}`,
          });
        }
        frame += beat.frames;
      });
    }),
});
export type VideoSpec = z.infer<typeof videoSpec>;
