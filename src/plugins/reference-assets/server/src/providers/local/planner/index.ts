import type { VideoSpec } from '../../../../../shared/contracts/spec';
import type { AspectRatio } from '../../../../../shared/contracts/vocabulary';
import { readBrief } from './brief';
import { mainMood, planBeats } from './plan-beats';
import { createRandom, seedOf } from './seeded';
import { intentOf, titleOf } from './summary';

/** A brief to plan. Units: `durationSeconds` 5–60, halves allowed. Shape: without `seed` the brief itself is the seed. */
export type LocalPlanRequest = {
  prompt: string;
  durationSeconds: number;
  aspectRatio: AspectRatio;
  /** How the brand speaks: gives the moods where the brief asks for none. */
  tone?: string;
  seed?: number;
};

const shortest = 5;
const longest = 60;

/**
 * Plans a video from a brief by rules, without a network: the same request always gives the same plan.
 *
 * Shape:  beats follow each other without gap and add up to `round(durationSeconds × 30)` frames; each lasts at least a second.
 * Throws: `RangeError` when the duration is not between 5 and 60 seconds.
 */
export const planLocally = ({
  prompt,
  durationSeconds,
  aspectRatio,
  tone,
  seed,
}: LocalPlanRequest): VideoSpec => {
  if (!(durationSeconds >= shortest && durationSeconds <= longest)) {
    throw new RangeError(`a video lasts ${shortest} to ${longest} seconds, not ${durationSeconds}`);
  }
  const brief = readBrief(prompt, tone);
  const random = createRandom(seed ?? seedOf(brief.text));
  const mood = mainMood(brief);
  return {
    intent: intentOf(brief, mood, durationSeconds),
    title: titleOf(brief),
    product: brief.product,
    ...(brief.audience ? { audience: brief.audience } : {}),
    setting: brief.setting.words,
    moods: brief.moods.length > 0 ? brief.moods : [mood],
    ...(brief.callToAction ? { callToAction: brief.callToAction } : {}),
    language: brief.language,
    planner: 'local',
    beats: planBeats({ brief, durationSeconds, aspectRatio, random }),
  };
};
