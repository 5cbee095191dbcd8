import { z } from 'zod';

/** The phases of a video; see the state machine in `video/stages`. */
export const videoStatuses = [
  'queued',
  'planning',
  'awaiting_plan',
  'storyboarding',
  'awaiting_storyboard',
  'animating',
  'assembling',
  'in_review',
  'changes_requested',
  'approved',
  'rejected',
  'failed',
  'canceled',
] as const;
export const videoStatus = z.enum(videoStatuses);
export type VideoStatus = z.infer<typeof videoStatus>;

export const beatStatuses = [
  'planned',
  'rendering',
  'still_ready',
  'ready',
  'animating',
  'done',
  'failed',
] as const;
export type BeatStatus = (typeof beatStatuses)[number];
