import { skipped, type JobHandler } from '../jobs/contract';
import { isRemoved, type Offers } from '../money/offers';
import type { Stores } from '../stores';
import type { VideoRow } from '../stores/video-rows';
import { StepFailure } from '../errors';
import { demandKnown, isVendors } from './paid/models-of';
import { musicOrder } from './paid/music-order';
import type { PaidCalls } from './paid/paid-calls';

type Needs = Pick<Stores, 'videos'> & { offers: Offers; calls: PaidCalls };

const musicStages: readonly VideoRow['stage'][] = ['animating', 'assembling'];

/** Where a video's music stands: composed with the master, there, or ordered from a vendor. */
export type MusicState = 'composed here' | 'there' | 'ordered';

/**
 * Sees to it that the music of a video is ordered where a vendor composes it.
 *
 * Throws: `StepFailure` with the reason when the last order of it failed and nobody asked for another.
 */
export const ensureMusic = async (
  { videos, offers, calls }: Needs,
  video: VideoRow,
): Promise<MusicState> => {
  const { music: model } = offers.modelsOf(video);
  // What it was composed from cannot be compared any more; the music is there.
  if (isRemoved(model) && video.music) return 'there';
  demandKnown(model);
  if (!isVendors(model)) return 'composed here';
  const order = musicOrder(model, video);
  const { hash } = order.target;
  if (video.musicHash === hash && video.music) return 'there';
  const key = `music/${video.documentId}/${hash.slice(0, 24)}`;
  const last = await calls.last(key);
  if (last?.state === 'failed' || (last?.state === 'unknown' && last.wanted)) {
    const { code, message } = last.error ?? { code: 'music', message: 'It could not be composed.' };
    throw new StepFailure(code, `Music: ${message}`);
  }
  const isLacking = async (): Promise<boolean> => {
    const now = await videos.find(video.documentId);
    if (!now || !musicStages.includes(now.stage)) return false;
    return now.musicHash !== hash || now.music === null;
  };
  await calls.demand({ key, model: model.row, step: 'music', video, order, isLacking });
  return 'ordered';
};

/** Job `video.music`: orders the music while the clips are made, so that the assembly need not wait for it. */
export const createMusicStep = (needs: Needs): JobHandler<'video.music'> => ({
  async run({ videoId }) {
    const video = await needs.videos.find(videoId);
    if (video?.stage !== 'animating') return skipped(`the video is ${video?.stage ?? 'gone'}`);
    const state = await ensureMusic(needs, video).catch((error: unknown) => {
      if (error instanceof StepFailure) return error.message;
      throw error;
    });
    return skipped(state);
  },

  // The assembly asks for the music again; its failure shows there.
  async failed() {},
});
