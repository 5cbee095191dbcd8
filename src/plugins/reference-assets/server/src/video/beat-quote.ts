import { errors } from '@strapi/utils';
import type { BeatQuote } from '../../../shared/contracts/reviews';
import type { Viewer } from '../library/viewer';
import type { QuoteMaker } from '../money/quote';
import type { VideoRow } from '../stores/video-rows';
import type { BrowseVideos } from './browse-videos';

interface Needs {
  browse: BrowseVideos;
  quote: QuoteMaker;
}

/** The price of another take of one beat: its still, its clip, and the master that follows. */
export const createBeatQuote = ({ browse, quote }: Needs) => {
  const priceOf = (video: VideoRow): number => {
    const models = quote.modelsOf(video.qualityTier);
    const steps = ['still', 'clip', 'music', 'assembly'] as const;
    return steps.reduce((sum, step) => sum + quote.line(step, models[step], 1).totalUsd, 0);
  };
  return {
    async of(documentId: string, beatId: string, viewer: Viewer): Promise<BeatQuote> {
      const video = await browse.changeable(documentId, viewer);
      await browse.beat(video, beatId);
      return { estimatedCostUsd: priceOf(video) };
    },

    /** Throws: `ApplicationError` when it costs more by now than what was shown. */
    async demand(video: VideoRow, beatId: string, quotedUsd: number): Promise<void> {
      await browse.beat(video, beatId);
      const estimatedCostUsd = priceOf(video);
      if (estimatedCostUsd <= quotedUsd + 1e-9) return;
      throw new errors.ApplicationError('The price has changed in the meantime; look again.', {
        quotedUsd,
        estimatedCostUsd,
      });
    },
  };
};
export type BeatQuoteMaker = ReturnType<typeof createBeatQuote>;
