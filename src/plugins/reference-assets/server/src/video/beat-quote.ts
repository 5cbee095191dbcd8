import { errors } from '@strapi/utils';
import type { BeatQuote } from '../../../shared/contracts/reviews';
import type { Viewer } from '../library/viewer';
import type { VideoRow } from '../stores/video-rows';
import type { BrowseVideos } from './browse-videos';
import type { Requote } from './requote';

interface Needs {
  browse: BrowseVideos;
  requote: Pick<Requote, 'ofVideo'>;
}

/** The price of another take of one beat: its still, its clips, and all that the master then still lacks. */
export const createBeatQuote = ({ browse, requote }: Needs) => {
  const priceOf = async (video: VideoRow, beatId: string): Promise<number> =>
    (await requote.ofVideo(video, [beatId])).estimatedCostUsd;
  return {
    async of(documentId: string, beatId: string, viewer: Viewer): Promise<BeatQuote> {
      const video = await browse.changeable(documentId, viewer);
      await browse.beat(video, beatId);
      return { estimatedCostUsd: await priceOf(video, beatId) };
    },

    /** As `demand`, for somebody who has seen a price of it. */
    async demandOf(
      documentId: string,
      beatId: string,
      quotedUsd: number,
      viewer: Viewer,
    ): Promise<void> {
      await this.demand(await browse.changeable(documentId, viewer), beatId, quotedUsd);
    },

    /** Throws: `ApplicationError` when it costs more by now than what was shown. */
    async demand(video: VideoRow, beatId: string, quotedUsd: number): Promise<void> {
      await browse.beat(video, beatId);
      const estimatedCostUsd = await priceOf(video, beatId);
      if (estimatedCostUsd <= quotedUsd + 1e-9) return;
      throw new errors.ApplicationError('The price has changed in the meantime; look again.', {
        quotedUsd,
        estimatedCostUsd,
      });
    },
  };
};
export type BeatQuoteMaker = ReturnType<typeof createBeatQuote>;
