import { z } from 'zod';
import {
  cameraMovement,
  mood,
  shotType,
  type AssetType,
} from '../../../../../shared/contracts/vocabulary';

const wish = z.object({ wanted: z.boolean(), words: z.array(z.string()).max(8) });

const beatAnswer = z.object({
  name: z.string(),
  seconds: z.number().min(0.5).max(60),
  shotType,
  action: z.string(),
  mood,
  cameraMovement,
  prompt: z.string(),
  roles: z.object({
    product: wish,
    logo: wish,
    environment: wish,
    person: wish,
    prop: wish,
    texture: wish,
  } satisfies Record<AssetType, typeof wish>),
});
export type BeatAnswer = z.infer<typeof beatAnswer>;

/** What is asked of a model about a brief to plan; at most `mostBeats` beats fit into the video. */
export const planAnswer = (mostBeats: number) =>
  z.object({
    intent: z.string(),
    title: z.string(),
    productName: z.string().nullable(),
    productWords: z.array(z.string()).max(12),
    audience: z.string().nullable(),
    setting: z.array(z.string()).max(12),
    moods: z.array(mood).min(1).max(4),
    callToAction: z.string().nullable(),
    language: z.enum(['en', 'de', 'fr', 'es']),
    beats: z.array(beatAnswer).min(1).max(mostBeats),
  });
export type PlanAnswer = z.infer<ReturnType<typeof planAnswer>>;
