import type { JobProducer } from '../jobs/contract';
import type { Stores } from '../stores';
import { isPaid } from '../money/offers';
import { videoHold, type Purse } from '../money/purse';
import { nextStage, owed, spendingStages } from './stages';

type Needs = Pick<Stores, 'videos' | 'beats' | 'transaction'> & {
  jobs: JobProducer;
  purse: Purse;
};

/** Beats of one video share a lane with others; a video further along goes first, so that videos end one by one. */
const priorities: Record<string, number> = {
  'video.assemble': 4,
  'beat.animate': 3,
  'beat.overlay': 2,
  'beat.storyboard': 1,
};

/**
 * Looks at a video's rows and does what follows: the next stage when this one is done, else rings for what is owed.
 *
 * Safe to call at any time, by anyone, any number of times: the rows decide.
 */
export const createAdvance = ({ videos, beats, transaction, jobs, purse }: Needs) => {
  /** Returns whether the stage changed; the change itself leads back here through the hook. */
  const step = (videoId: string): Promise<boolean> =>
    transaction(async () => {
      if (!(await videos.lock(videoId))) return false;
      const video = await videos.find(videoId);
      if (!video) return false;
      const all = await beats.of(videoId);
      const next = nextStage(video, all);
      if (!next) return false;
      const culprit = next === 'failed' ? all.find((beat) => beat.state === 'failed') : undefined;
      const error = culprit?.error && {
        ...culprit.error,
        message: `Beat ${culprit.order + 1} (${culprit.name}): ${culprit.error.message}`,
      };
      return videos.move(video.id, [video.stage], next, error ? { error } : {});
    });

  return async (videoId: string): Promise<void> => {
    if (await step(videoId)) return;
    const video = await videos.find(videoId);
    if (!video) return;
    // Where nothing more is to be paid for, what was set aside is free again.
    if (!spendingStages.includes(video.stage)) await purse.release(videoHold(videoId));
    const ordersMusic = video.stage === 'animating' && isPaid(video.qualityTier) && !video.music;
    if (ordersMusic) await jobs.ring({ kind: 'video.music', videoId });
    for (const job of owed(video, await beats.of(videoId))) {
      await jobs.ring(job, { priority: priorities[job.kind] ?? 0 });
    }
  };
};
export type Advance = ReturnType<typeof createAdvance>;
