import type { JobProducer } from '../jobs/contract';
import type { Job } from '../../../shared/contracts/jobs';
import type { Stores } from '../stores';
import type { BeatRow } from '../stores/video-rows';
import { isPaid } from '../money/offers';
import { videoHold, type Purse } from '../money/purse';
import { nextStage, owed, spendingStages } from './stages';

type Needs = Pick<Stores, 'videos' | 'beats' | 'vendorJobs' | 'transaction'> & {
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

/** Steps of a beat that a vendor may do, by the state in which its order has been placed. */
const orderedSteps: Partial<Record<Job['kind'], { step: string; state: BeatRow['state'] }>> = {
  'beat.storyboard': { step: 'still', state: 'rendering' },
  'beat.animate': { step: 'clip', state: 'animating' },
};

/** Whether a beat waits for a vendor, whose call has a bell of its own. */
const waitsForVendor = (
  job: Job,
  beats: readonly Pick<BeatRow, 'documentId' | 'state'>[],
  underWay: ReadonlySet<string>,
): boolean => {
  const ordered = orderedSteps[job.kind];
  if (!ordered || !('beatId' in job)) return false;
  const beat = beats.find(({ documentId }) => documentId === job.beatId);
  return beat?.state === ordered.state && underWay.has(`${ordered.step}/${job.beatId}`);
};

/**
 * Looks at a video's rows and does what follows: the next stage when this one is done, else rings for what is owed.
 *
 * Safe to call at any time, by anyone, any number of times: the rows decide.
 */
export const createAdvance = (needs: Needs) => {
  const { videos, beats, vendorJobs, transaction, jobs, purse } = needs;
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
    const video = await videos.find(videoId);
    if (!video) return;
    const all = await beats.states(videoId);
    // Only where something follows is the video held and looked at again: whoever changes a row comes here after it.
    if (nextStage(video, all) && (await step(videoId))) return;
    // Where nothing more is to be paid for, what was set aside is free again.
    if (!spendingStages.includes(video.stage)) await purse.release(videoHold(videoId));
    const isVendors = isPaid(video.qualityTier);
    const live = isVendors ? await vendorJobs.liveOf(videoId) : [];
    const underWay = new Set(
      live.flatMap(({ wanted, step: what, beat }) => (wanted ? `${what}/${beat ?? ''}` : [])),
    );
    const lacksMusic = isVendors && !video.music && !underWay.has('music/');
    if (video.stage === 'animating' && lacksMusic)
      await jobs.ring({ kind: 'video.music', videoId });
    for (const job of owed(video, all)) {
      if (waitsForVendor(job, all, underWay)) continue;
      await jobs.ring(job, { priority: priorities[job.kind] ?? 0 });
    }
  };
};
export type Advance = ReturnType<typeof createAdvance>;
