import type { Job } from '../../../shared/contracts/jobs';
import type { VideoStatus } from '../../../shared/contracts/video-states';
import type { BeatRow, VideoRow } from '../stores/video-rows';

/** Stages in which the pipeline works by itself. */
export const workingStages: readonly VideoStatus[] = [
  'queued',
  'planning',
  'storyboarding',
  'animating',
  'assembling',
];

/** Stages in which a person is asked to look. */
export const waitingStages: readonly VideoStatus[] = [
  'awaiting_plan',
  'awaiting_storyboard',
  'in_review',
];

/** Stages in which something may still be paid for out of what was set aside. */
export const spendingStages: readonly VideoStatus[] = [
  ...workingStages,
  'awaiting_plan',
  'awaiting_storyboard',
];

/** Which stages may follow which; `failed` and `canceled` may follow every working or waiting one. */
const following: Record<VideoStatus, readonly VideoStatus[]> = {
  queued: ['planning'],
  planning: ['awaiting_plan', 'storyboarding'],
  awaiting_plan: ['storyboarding', 'planning'],
  storyboarding: ['awaiting_storyboard', 'animating'],
  awaiting_storyboard: ['animating', 'storyboarding'],
  animating: ['assembling', 'storyboarding'],
  assembling: ['in_review', 'storyboarding'],
  in_review: ['approved', 'changes_requested', 'rejected', 'storyboarding'],
  changes_requested: ['in_review', 'storyboarding', 'approved', 'rejected'],
  approved: ['in_review', 'changes_requested', 'storyboarding'],
  rejected: ['in_review', 'changes_requested', 'storyboarding'],
  failed: ['queued', 'planning', 'storyboarding', 'animating'],
  canceled: ['queued', 'planning', 'storyboarding'],
};

/** Whether the state machine lets one stage follow another. */
export const mayFollow = (from: VideoStatus, to: VideoStatus): boolean => {
  const stops = to === 'failed' || to === 'canceled';
  if (stops)
    return (
      workingStages.includes(from) || waitingStages.includes(from) || from === 'changes_requested'
    );
  return following[from].includes(to);
};

type Beat = Pick<BeatRow, 'documentId' | 'state'>;

const storyboardJob = (videoId: string, { documentId, state }: Beat): Job[] => {
  if (state === 'planned' || state === 'rendering')
    return [{ kind: 'beat.storyboard', videoId, beatId: documentId }];
  return state === 'still_ready' ? [{ kind: 'beat.overlay', videoId, beatId: documentId }] : [];
};

/** The jobs a video is owed in its stage, as its rows stand. */
export const owed = (
  video: Pick<VideoRow, 'documentId' | 'stage'>,
  beats: readonly Beat[],
): Job[] => {
  const videoId = video.documentId;
  switch (video.stage) {
    case 'queued':
    case 'planning':
      return [{ kind: 'video.plan', videoId }];
    case 'storyboarding':
      return beats.flatMap((beat) => storyboardJob(videoId, beat));
    case 'animating':
      return beats
        .filter(({ state }) => state === 'ready' || state === 'animating')
        .map(({ documentId }) => ({ kind: 'beat.animate', videoId, beatId: documentId }));
    case 'assembling':
      return [{ kind: 'video.assemble', videoId }];
    default:
      return [];
  }
};

/**
 * The stage that follows when everything owed in this one is done, or null while something is still to come.
 *
 * A failed beat fails the video once its siblings have ended.
 */
export const nextStage = (
  video: Pick<VideoRow, 'documentId' | 'stage' | 'stopAfter'>,
  beats: readonly Beat[],
): VideoStatus | null => {
  if (beats.length === 0 || (video.stage !== 'storyboarding' && video.stage !== 'animating'))
    return null;
  if (owed(video, beats).length > 0) return null;
  if (beats.some(({ state }) => state === 'failed')) return 'failed';
  if (video.stage === 'animating')
    return beats.every(({ state }) => state === 'done') ? 'assembling' : 'storyboarding';
  return video.stopAfter === 'storyboard' ? 'awaiting_storyboard' : 'animating';
};

const beatSteps: Record<BeatRow['state'], number> = {
  planned: 0,
  rendering: 0,
  failed: 0,
  still_ready: 1,
  ready: 2,
  animating: 2,
  done: 3,
};

/** Steps done of all steps: the plan, three a beat, the assembly. */
export const progressOf = (
  video: Pick<VideoRow, 'stage'>,
  beats: readonly Beat[],
): { done: number; total: number } => {
  const total = 2 + 3 * beats.length;
  const assembled = ['in_review', 'changes_requested', 'approved', 'rejected'].includes(
    video.stage,
  );
  if (assembled) return { done: total, total };
  const planned = beats.length > 0 ? 1 : 0;
  return { done: planned + beats.reduce((sum, { state }) => sum + beatSteps[state], 0), total };
};
